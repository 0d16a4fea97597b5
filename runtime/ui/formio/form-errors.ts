import type { FormioError } from '@formio/js/form';
import type { FieldError } from '../state/ErrorSummary.tsx';

/** Form.io's messages as field errors: one a path and message, in the form's order. */
export function fieldErrors(errors: readonly FormioError[]): FieldError[] {
  const seen = new Set<string>();
  const result: FieldError[] = [];
  for (const error of errors) {
    const path = error.context?.path ?? error.path ?? error.component?.key ?? '';
    const key = `${path}\n${error.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    result.push({ path, message: error.message });
  }
  return result;
}
