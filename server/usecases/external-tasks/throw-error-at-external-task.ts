import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { runAtExternalTask } from './run-at-external-task.ts';
import type { VariableValues } from './visible-variables.ts';

export interface ExternalTaskError {
  readonly id: string;
  readonly workerId: string;
  readonly errorCode: string;
  readonly errorMessage: string | null;
  readonly variables: VariableValues;
}

/** A worker reports a BPMN error; an error event around the task that takes its code catches it. */
export function throwErrorAtExternalTask(context: Context, error: ExternalTaskError): Promise<void> {
  return runAtExternalTask(
    context,
    { id: error.id, workerId: error.workerId, what: 'moved to error' },
    (task) => ({
      type: 'throw-error',
      token: task.token,
      code: error.errorCode,
      ...(error.errorMessage === null ? {} : { message: error.errorMessage }),
      ...(Object.keys(error.variables).length === 0 ? {} : { variables: error.variables as Variables }),
    }),
  );
}
