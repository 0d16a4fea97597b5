import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { assertLockedBy, lockExternalTask } from './external-task.ts';

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
}

/** What a worker tells about a try that failed. */
export function failExternalTask(context: Context, failure: ExternalTaskFailure): Promise<void> {
  return transaction(context.database, async () => {
    const task = await lockExternalTask(context, failure.id);
    assertLockedBy(task, failure.workerId, 'failed');
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
    if (failure.retries === 0) {
      context.log.error(
        {
          externalTaskId: task.id,
          topic: task.topic,
          instanceId: task.instanceId,
          elementId: task.elementId,
        },
        'incident: an external task has failed for the last time; set its retries to try again',
      );
    }
  });
}

function shorten(text: string | null, characters: number): string | null {
  return text === null ? null : Array.from(text).slice(0, characters).join('');
}
