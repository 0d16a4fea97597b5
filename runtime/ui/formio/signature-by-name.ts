import type { FormioComponentClass } from '@formio/js/form';

interface SignatureInstance {
  readonly refs: { readonly padBody?: HTMLElement; readonly canvas?: HTMLCanvasElement };
  readonly component: { readonly penColor?: string; readonly backgroundColor?: string };
  readonly options: { readonly readOnly?: boolean };
  readonly builderMode?: boolean;
  readonly disabled: boolean;
  readonly t: (text: string) => string;
  setValue(value: string, flags: object): void;
}

type Attach = (this: SignatureInstance, element: HTMLElement) => Promise<void>;

/** Lets who cannot draw sign by typing the own name: it is drawn on the same pad and stored in the same way. */
export function signatureByName(signature: FormioComponentClass | undefined): void {
  const prototype = signature?.prototype as { attach?: Attach } | undefined;
  const inherited = prototype?.attach;
  if (!prototype || !inherited) return;
  prototype.attach = async function (element) {
    await inherited.call(this, element);
    if (this.options.readOnly !== true && !this.disabled && this.builderMode !== true) addField(this);
  };
}

function addField(instance: SignatureInstance): void {
  const { padBody } = instance.refs;
  if (!padBody || padBody.parentElement?.querySelector('.op-sign-by-name')) return;
  const row = document.createElement('div');
  row.className = 'op-sign-by-name';
  const input = document.createElement('input');
  input.className = 'form-control';
  input.maxLength = 20;
  input.autocomplete = 'name';
  input.placeholder = instance.t('Or type your name');
  input.setAttribute('aria-label', instance.t('Sign by typing your name'));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary';
  button.textContent = instance.t('Sign with this name');
  const sign = () => write(instance, input.value.trim());
  button.addEventListener('click', sign);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    sign();
  });
  // Not a part of the form’s data: Form.io must not hear it.
  for (const name of ['input', 'change']) input.addEventListener(name, (event) => event.stopPropagation());
  row.append(input, button);
  padBody.after(row);
}

function write(instance: SignatureInstance, name: string): void {
  const { canvas } = instance.refs;
  if (!canvas || name === '') return;
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  sheet.height = canvas.height;
  const pen = sheet.getContext('2d');
  if (!pen) return;
  pen.fillStyle = instance.component.backgroundColor ?? 'rgb(245,245,235)';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = instance.component.penColor ?? 'black';
  const size = Math.min(sheet.height * 0.5, (sheet.width * 0.9) / Math.max(name.length, 1));
  pen.font = `${size}px "Kaiti SC", KaiTi, STKaiti, serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(name, sheet.width / 2, sheet.height / 2);
  instance.setValue(sheet.toDataURL('image/png'), { modified: true });
  canvas.getContext('2d')?.drawImage(sheet, 0, 0);
}
