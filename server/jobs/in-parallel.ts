import type { Context } from '../context.ts';

/** SQLite has one writer; a MySQL pool must keep connections for the people who wait for an answer. */
const atOnce = { sqlite: 1, mysql: 4 } as const;

/** Does all of it, a few at once. Throws the first error after the rest has ended. */
export async function inParallel<T>(
  context: Context,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = [...items];
  const errors: unknown[] = [];
  const runner = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce[context.database.dialect] }, runner));
  if (errors.length > 0) throw errors[0];
}
