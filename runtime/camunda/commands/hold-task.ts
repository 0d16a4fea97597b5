import type { Delivery } from '../delivery.ts';
import { CamundaError } from '../engine-error.ts';
import { done } from '../outcome.ts';

interface EngineTask {
  readonly [field: string]: unknown;
}

/** What `PUT /task/{id}` replaces as a whole. */
const kept = [
  'name',
  'description',
  'due',
  'followUp',
  'priority',
  'parentTaskId',
  'caseInstanceId',
  'tenantId',
];

/**
 * Who has a task: claimed, put back, handed on (转办), delegated and given back (委派) are one state, and setting it again
 * changes nothing.
 */
export const holdTask: Delivery<'hold-task'> = async (client, command) => {
  const path = `/task/${encodeURIComponent(command.taskId)}`;
  try {
    const task = await client.get<EngineTask>(path);
    await client.put(path, {
      ...Object.fromEntries(kept.map((field) => [field, task[field]])),
      assignee: command.assignee,
      owner: command.owner,
      delegationState: command.delegation?.toUpperCase() ?? null,
    });
    return done;
  } catch (error) {
    if (!(error instanceof CamundaError) || error.status !== 404) throw error;
    return { type: 'overtaken', reason: `the task ${command.taskId} had ended before` };
  }
};
