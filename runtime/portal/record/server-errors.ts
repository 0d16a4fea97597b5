import { ApiProblem } from '../../ui/api/api-problem.ts';
import type { FieldError } from '../../ui/state/ErrorSummary.tsx';

/** What the server found wrong with the data, at the fields; `null` where the problem is about something else. */
export function serverFieldErrors(error: unknown): FieldError[] | null {
  if (
    !(error instanceof ApiProblem) ||
    error.code !== 'validation-failed' ||
    !Array.isArray(error.detail.errors)
  ) {
    return null;
  }
  const found = error.detail.errors.flatMap((one: unknown): FieldError[] => {
    if (typeof one !== 'object' || one === null || !('message' in one) || typeof one.message !== 'string')
      return [];
    return [{ path: 'path' in one && typeof one.path === 'string' ? one.path : '', message: one.message }];
  });
  return found.length === 0 ? null : found;
}
