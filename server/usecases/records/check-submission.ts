import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type FieldPermission, mergePermitted } from '@oneplan/runtime/forms/permission.ts';
import { validate } from '@oneplan/runtime/forms/validate.ts';
import type { PublishedForm } from '../../persistence/published-bundle.ts';
import { formAtStep } from './form-at-step.ts';
import type { RecordData } from './record-data.ts';

/**
 * The one gate for everything that is filled into a form: keeps only what the step lets the caller change, then
 * validates the whole with the code that the browser runs. Throws `validation-failed` with every error's path.
 */
export function checkSubmission(
  form: PublishedForm,
  stored: RecordData,
  incoming: RecordData,
  permission: FieldPermission,
): RecordData {
  const merged = mergePermitted(form.definition, stored, incoming, permission);
  const result = validate(formAtStep(form, permission.required).compiled, merged.data);
  if (!result.valid) {
    const first = result.errors[0];
    throw new AppError(
      'validation-failed',
      `"${first?.label ?? first?.path}" does not pass the rule "${first?.rule}".`,
      {
        errors: result.errors.slice(0, 100),
      },
    );
  }
  return result.data;
}
