import { importForm } from '@oneplan/runtime/forms/import/import-form.ts';
import type { FormImport } from '@oneplan/runtime/forms/import/import-report.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/**
 * The form with an imported one in its place, or below what it has. What it is called stays; keys that are taken
 * already get another name, which the report says.
 */
export function withImported(
  form: FormDefinition,
  imported: FormDefinition,
  how: 'replace' | 'append',
): { readonly form: FormDefinition; readonly renamed: FormImport['refused'] } {
  const { components, display } = imported;
  if (how === 'replace') return { form: { ...form, ...(display && { display }), components }, renamed: [] };
  const joined = importForm({ ...form, components: [...form.components, ...components] });
  return {
    form: { ...form, components: (joined.definition ?? form).components as FormDefinition['components'] },
    renamed: joined.refused,
  };
}
