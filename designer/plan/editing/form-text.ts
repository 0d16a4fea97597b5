import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/** A form as its file holds it. */
export function formText(form: FormDefinition): string {
  return `${JSON.stringify(form, null, 2)}\n`;
}
