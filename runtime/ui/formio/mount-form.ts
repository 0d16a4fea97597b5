import type { Webform } from '@formio/js/form';
import type { FieldError } from '../state/ErrorSummary.tsx';
import type { ChoiceSource } from './choices.ts';
import { type FileStorage, fileService } from './file-storage.ts';
import { fieldErrors } from './form-errors.ts';
import type { FormValidator } from './form-validator.ts';
import { type FormDefinition, type FormPermission, renderable } from './renderable.ts';

export interface MountOptions {
  readonly definition: FormDefinition;
  readonly permission: FormPermission;
  readonly data: Readonly<Record<string, unknown>>;
  readonly readOnly: boolean;
  readonly language: string;
  readonly upload: FileStorage['upload'];
  readonly choices: ChoiceSource;
  /** Words for "no files can be uploaded here". */
  readonly uploadRefusal: string;
  readonly onChange: (data: Record<string, unknown>, isValid: boolean) => void;
  readonly onSubmit: (data: Record<string, unknown>) => void;
}

/** Loads Form.io, builds the form inside the element and fills it. The element and the definition become the form's own. */
export async function mountForm(element: HTMLElement, options: MountOptions): Promise<Webform> {
  const [{ cleanMarkup, Formio }, { rendererWords }] = await Promise.all([
    import('./offline.ts'),
    import('./translations/renderer-words.ts'),
  ]);
  const definition = structuredClone(renderable(options.definition, options.permission));
  cleanMarkup(definition);
  const form = await Formio.createForm(element, definition, {
    language: options.language,
    i18n: rendererWords,
    readOnly: options.readOnly,
    noAlerts: true,
    noDefaultSubmitButton: true,
    sanitize: true,
    choices: options.choices,
    fileService: fileService({ upload: options.upload }, options.uploadRefusal),
    buttonSettings: { showCancel: false, showSubmit: false },
  });
  await form.setSubmission({ data: structuredClone(options.data) });
  // Form.io announces a failed upload by a rejected promise that nobody would take; the field shows the reason.
  form.on('fileUploadingEnd', (upload) => void Promise.resolve(upload).catch(() => undefined));
  form.on('change', (change, _flags, byUser) => {
    if (byUser !== true || !isChange(change)) return;
    options.onChange(JSON.parse(JSON.stringify(change.data)), change.isValid !== false);
  });
  form.on('submitButton', () => options.onSubmit(JSON.parse(JSON.stringify(form.submission.data))));
  return form;
}

function isChange(value: unknown): value is { readonly data: object; readonly isValid?: boolean } {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'object';
}

/**
 * Validates all of the form, shows every error at its field, and returns them in the form's order. What counts is
 * the validator that the server runs; Form.io's own finds what concerns its widgets (an upload that has not ended).
 */
export async function checkForm(form: Webform, validator: FormValidator): Promise<FieldError[]> {
  await form.beforeSubmit();
  form.submitted = true;
  form.setPristine(false);
  const data = form.submission.data;
  const shown = fieldErrors(form.validate(data, { dirty: true, silentCheck: false, process: 'submit' }));
  const shownPaths = new Set(shown.map((error) => error.path));
  const unseen = validator(data).filter((error) => !shownPaths.has(error.path));
  for (const { path, message } of unseen) {
    form.getComponent(path)?.setCustomValidity([{ level: 'error', message, path }], true, true);
  }
  return [...shown, ...unseen];
}
