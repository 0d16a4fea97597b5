import { CamundaError } from './engine-error.ts';
import type { RestClient } from './rest-client.ts';

/** Process variable that a message or signal of ours leaves with whom it reaches, in the engine's own transaction. */
export const eventMark = (commandId: string): string => `oneplanEvent-${commandId}`;

/** Process instances on the engine that a message or signal has reached or started, called ones among them. */
export async function reachedBy(client: RestClient, commandId: string): Promise<string[]> {
  const marks = await client.all<{ processInstanceId: string }>('/history/variable-instance', {
    variableName: eventMark(commandId),
  });
  return [...new Set(marks.map(({ processInstanceId }) => processInstanceId))];
}

/** The same after it was sent: whatever fails now, it may have arrived. */
export async function reachedNow(client: RestClient, commandId: string): Promise<string[]> {
  try {
    return await reachedBy(client, commandId);
  } catch (error) {
    if (!(error instanceof CamundaError)) throw error;
    throw new CamundaError('unavailable', error.message, { mayHaveHappened: true, cause: error });
  }
}
