import type { FormioComponentClass } from '@formio/js/form';

/** What a rich text may hold. No pictures (they belong into attachments) and no HTML source. */
const toolbar = [
  [{ header: [2, 3, false] }],
  ['bold', 'italic', 'underline'],
  [{ list: 'ordered' }, { list: 'bullet' }],
  ['link', 'clean'],
];

/** Gives every Quill editor of Form.io this toolbar; merging by options would mix it with Form.io's own. */
export function quillToolbar(component: FormioComponentClass): void {
  const inherited = Object.getOwnPropertyDescriptor(component.prototype, 'wysiwygDefault')?.get;
  if (!inherited) return;
  Object.defineProperty(component.prototype, 'wysiwygDefault', {
    configurable: true,
    get(this: unknown) {
      return { ...inherited.call(this), quill: { theme: 'snow', placeholder: '', modules: { toolbar } } };
    },
  });
}
