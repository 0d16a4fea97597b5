import type { Delivery } from '../delivery.ts';
import { CamundaError } from '../engine-error.ts';
import { done } from '../outcome.ts';

/**
 * New tries for a job, due at once, or for an external task; its incident on the engine ends with that. Setting them
 * again changes nothing. What is gone was done meanwhile.
 */
export const retryWork: Delivery<'retry-work'> = async (client, command) => {
  const path = `/${command.work}/${encodeURIComponent(command.workId)}`;
  try {
    if (command.work === 'job') await client.put(`${path}/duedate`, { duedate: null });
    await client.put(`${path}/retries`, { retries: command.retries });
    return done;
  } catch (error) {
    if (!(error instanceof CamundaError) || error.status !== 404) throw error;
    return done;
  }
};
