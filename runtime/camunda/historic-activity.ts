import type { RestClient } from './rest-client.ts';

/** An activity instance as the engine's history has it, waiting or over. */
export interface HistoricActivity {
  readonly id: string;
  readonly activityId: string;
  readonly executionId: string;
  readonly processInstanceId: string;
  readonly calledProcessInstanceId: string | null;
  readonly endTime: string | null;
  readonly canceled: boolean;
}

/** Undefined: the engine has no trace of it. */
export async function historicActivity(
  client: RestClient,
  id: string,
): Promise<HistoricActivity | undefined> {
  const [found] = await client.get<HistoricActivity[]>('/history/activity-instance', {
    activityInstanceId: id,
    maxResults: 1,
  });
  return found;
}
