import { compileForm } from '@oneplan/runtime/forms/compile.ts';
import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import type { FormError } from '@oneplan/runtime/forms/form-error.ts';
import { type FieldPermission, mergePermitted } from '@oneplan/runtime/forms/permission.ts';
import { validate } from '@oneplan/runtime/forms/validate.ts';

/** What is filled into a form. */
export type Row = Readonly<Record<string, unknown>>;

export type Filled =
  | { readonly ok: true; readonly data: Row }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** The server's gate for data: keeps what the step lets a person change, then validates the whole. */
export function fillForm(
  definition: FormDefinition,
  stored: Row,
  incoming: Row,
  permission: FieldPermission,
): Filled {
  const merged = mergePermitted(definition, stored, incoming, permission);
  const { valid, errors, data } = validate(compileForm(definition), merged.data);
  return valid ? { ok: true, data } : { ok: false, errors };
}
