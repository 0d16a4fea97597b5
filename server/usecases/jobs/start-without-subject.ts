import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { PublishedDefinition } from '../../persistence/published-bundle.ts';
import { startInstances } from '../engine/execute-command.ts';

export interface StartWithoutSubject {
  readonly instanceId: string;
  readonly startEventId: string;
  readonly variables: Variables;
}

/** Starts an instance that is about nobody, at an event of its definition. In the current transaction. */
export function startWithoutSubject(
  context: Context,
  { bundle, process }: PublishedDefinition,
  { instanceId, startEventId, variables }: StartWithoutSubject,
): Promise<void> {
  return startInstances(context, [
    {
      bundle,
      processKey: process.key,
      instanceId,
      businessKey: null,
      place: null,
      record: null,
      variables,
      actor: null,
      startEventId,
    },
  ]);
}
