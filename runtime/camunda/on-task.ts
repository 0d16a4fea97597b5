import { CamundaError } from './engine-error.ts';
import { done, type Outcome } from './outcome.ts';
import type { RestClient } from './rest-client.ts';

interface HistoricTask {
  readonly endTime: string | null;
  readonly deleteReason: string | null;
}

/**
 * Does something that ends a user task, at most once. The task itself is the key: a repeat, and a call that the engine
 * did not carry out, look at the task's history; `endsAs`: what that says when we were the ones. A task that has ended before we ever sent anything was ended by others.
 */
export async function onTask(
  client: RestClient,
  taskId: string,
  repeat: boolean,
  send: () => Promise<unknown>,
  endsAs: readonly string[] = ['completed'],
): Promise<Outcome> {
  if (repeat) {
    const ended = await endOf(client, taskId);
    if (ended !== null) return endsAs.includes(ended) ? done : overtaken(taskId, ended);
  }
  try {
    await send();
    return done;
  } catch (error) {
    if (!(error instanceof CamundaError) || error.kind === 'unavailable') throw error;
    const ended = await endOf(client, taskId);
    if (ended === null) throw error;
    return overtaken(taskId, ended);
  }
}

/** Why a task ended, `completed` or the engine's words; null: it is open. */
async function endOf(client: RestClient, taskId: string): Promise<string | null> {
  const [task] = await client.get<HistoricTask[]>('/history/task', { taskId, maxResults: 1 });
  if (!task) return 'the engine does not know it';
  return task.endTime === null ? null : (task.deleteReason ?? 'deleted');
}

const overtaken = (taskId: string, how: string): Outcome => ({
  type: 'overtaken',
  reason: `the task ${taskId} had ended before: ${how}`,
});
