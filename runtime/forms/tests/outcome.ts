import { compileForm } from '../compile.ts';
import { validate } from '../validate.ts';

/** `path:rule` of every error of a form of these components on this data, in order. */
export function errorsOf(components: readonly unknown[], data: unknown): string[] {
  return validate(compileForm({ components }), data).errors.map((error) => `${error.path}:${error.rule}`);
}

/** The cleaned data. */
export function dataOf(components: readonly unknown[], data: unknown): Record<string, unknown> {
  return validate(compileForm({ components }), data).data;
}

/** A component under the key `x`. */
export function field(type: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type, key: 'x', label: 'X', input: true, ...more };
}
