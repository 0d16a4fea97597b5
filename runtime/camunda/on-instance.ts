import { CamundaError } from './engine-error.ts';
import { done, type Outcome } from './outcome.ts';
import type { RestClient } from './rest-client.ts';

/** Does something to a running instance; one that has ended, or is unknown, has overtaken us. */
export async function onInstance(
  client: RestClient,
  engineInstanceId: string,
  send: () => Promise<unknown>,
): Promise<Outcome> {
  try {
    await send();
    return done;
  } catch (error) {
    if (!(error instanceof CamundaError) || error.kind === 'unavailable') throw error;
    const [running] = await client.post<unknown[]>('/process-instance', {
      processInstanceIds: [engineInstanceId],
    });
    if (running) throw error;
    return { type: 'overtaken', reason: `the instance ${engineInstanceId} had ended before` };
  }
}
