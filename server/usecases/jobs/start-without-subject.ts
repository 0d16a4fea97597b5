import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { PublishedDefinition } from '../../persistence/published-bundle.ts';

export interface StartWithoutSubject {
  readonly startEventId: string;
  readonly variables: Variables;
}

/** Starts an instance that is about nobody, at an event of its definition. In the current transaction. */
export async function startWithoutSubject(
  _context: Context,
  { process }: PublishedDefinition,
  { startEventId }: StartWithoutSubject,
): Promise<void> {
  throw new AppError(
    'engine-failed',
    `"${process.key}" cannot be started at "${startEventId}": an instance needs a subject.`,
    { definitionId: process.definitionId, elementId: startEventId },
  );
}
