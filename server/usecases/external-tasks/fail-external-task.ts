import type { SetVariablesCommand } from '@oneplan/runtime/engine/command.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import {
  assertActive,
  assertLockedBy,
  type ExternalTask,
  lockExternalTask,
  requireExternalTask,
} from './external-task.ts';
import { openExternalTaskIncident } from './external-task-incident.ts';
import type { VariableValues } from './visible-variables.ts';

const maxErrorMessage = 500;
const maxErrorDetails = 20_000;

export interface ExternalTaskFailure {
  readonly id: string;
  readonly workerId: string;
  readonly errorMessage: string | null;
  readonly errorDetails: string | null;
  /** Tries that are left; 0 makes an incident. */
  readonly retries: number;
  /** How long nobody may fetch the task, in milliseconds. */
  readonly retryMilliseconds: number;
  readonly variables?: VariableValues | undefined;
  /** Kept at the task alone. */
  readonly localVariables?: VariableValues | undefined;
}

/** What a worker tells about a try that failed. */
export function failExternalTask(context: Context, failure: ExternalTaskFailure): Promise<void> {
  return transaction(context.database, async () => {
    const seen = await requireExternalTask(context, failure.id);
    const instance = await lockInstance(context, seen.instanceId);
    const task = await lockExternalTask(context, failure.id);
    assertLockedBy(task, failure.workerId, 'failed');
    assertActive(task);
    await context.sql.run(
      'UPDATE external_task SET retries = ?, error_message = ?, error_details = ?, lock_expires_at = ? WHERE id = ?',
      [
        failure.retries,
        shorten(failure.errorMessage, maxErrorMessage),
        shorten(failure.errorDetails, maxErrorDetails),
        context.now() + failure.retryMilliseconds,
        task.id,
      ],
    );
    if (failure.retries === 0) await openExternalTaskIncident(context, task, failure.errorMessage);
    for (const command of commandsOf(task, failure)) {
      if (!instance) throw new Error(`external task ${task.id} belongs to an instance that is not there`);
      const current = await lockInstance(context, instance.id);
      if (current) await executeOnLocked(context, current, command, null);
    }
  });
}

function commandsOf(task: ExternalTask, failure: ExternalTaskFailure): SetVariablesCommand[] {
  const set = (variables: VariableValues | undefined, local: boolean): SetVariablesCommand[] =>
    variables && Object.keys(variables).length > 0
      ? [{ type: 'set-variables', token: task.token, local, variables: variables as Variables }]
      : [];
  return [...set(failure.localVariables, true), ...set(failure.variables, false)];
}

function shorten(text: string | null, characters: number): string | null {
  return text === null ? null : Array.from(text).slice(0, characters).join('');
}
