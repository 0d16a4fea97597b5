import type { z } from 'zod';
import { invalidRequest } from './rest-failure.ts';

/** Reads a body by its schema, or refuses it with what is wrong with it. Members that are not named are passed over. */
export function parseBody<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
      .join('; '),
  );
}
