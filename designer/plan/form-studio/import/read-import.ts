import { importForm } from '@oneplan/runtime/forms/import/import-form.ts';
import type { FormImport } from '@oneplan/runtime/forms/import/import-report.ts';

/** What can be used of a file's text. */
export function readImport(text: string): FormImport {
  try {
    return importForm(JSON.parse(text));
  } catch {
    return { kept: 0, refused: [{ rule: 'not-a-form', path: '', component: '', done: 'removed' }] };
  }
}
