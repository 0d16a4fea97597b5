import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { runAtExternalTask } from './run-at-external-task.ts';
import type { VariableValues } from './visible-variables.ts';

export interface ExternalTaskCompletion {
  readonly id: string;
  readonly workerId: string;
  readonly variables: VariableValues;
  /** Set at the task alone: visible to its output mapping. */
  readonly localVariables?: VariableValues | undefined;
}

/**
 * Completes an external task with the variables that the worker found and runs the process on, in one transaction.
 * Throws `not-found` (completed before, cancelled) or `external-task-not-locked`; EngineError when the process can not go on.
 */
export function completeExternalTask(context: Context, input: ExternalTaskCompletion): Promise<void> {
  return runAtExternalTask(context, { ...input, what: 'completed' }, (task) => ({
    type: 'complete-external-task',
    token: task.token,
    variables: input.variables as Variables,
    ...(input.localVariables && Object.keys(input.localVariables).length > 0
      ? { localVariables: input.localVariables as Variables }
      : {}),
  }));
}
