import type { Delivery } from '../delivery.ts';
import type { EngineCommandOf } from '../engine-command.ts';
import { instanceVariable } from '../instance-variable.ts';
import type { RestClient } from '../rest-client.ts';
import { typedValues } from '../typed-values.ts';

/**
 * POST start is not idempotent: before a repeat the engine's history is asked for instances that carry our id, running
 * or ended. A request that is still on its way cannot be seen; so whoever asks adopts one instance and ends the others.
 */
export const start: Delivery<'start'> = async (client, command, repeat) => {
  if (repeat) {
    const started = await findStarted(client, command);
    if (started.length > 0) return { type: 'started', engineInstanceIds: started };
  }
  const { id } = await client.post<{ id: string }>(
    `/process-definition/${encodeURIComponent(command.definitionId)}/start`,
    {
      businessKey: command.businessKey,
      variables: typedValues({ ...command.variables, [instanceVariable]: command.instanceId }),
      ...(command.startEventId === undefined
        ? {}
        : { startInstructions: [{ type: 'startBeforeActivity', activityId: command.startEventId }] }),
    },
  );
  return { type: 'started', engineInstanceIds: [id] };
};

interface HistoricInstance {
  readonly id: string;
  readonly superProcessInstanceId: string | null;
}

/** Ids of the instances that were started for ours, oldest first. */
export async function findStarted(
  client: RestClient,
  { instanceId, businessKey }: Pick<EngineCommandOf<'start'>, 'instanceId' | 'businessKey'>,
): Promise<string[]> {
  const sameKey = await client.all<HistoricInstance>('/history/process-instance', {
    processInstanceBusinessKey: businessKey,
    sortBy: 'startTime',
    sortOrder: 'asc',
  });
  const started: string[] = [];
  for (const { id, superProcessInstanceId } of sameKey) {
    if (superProcessInstanceId === null && (await markOf(client, id)) === instanceId) started.push(id);
  }
  return started;
}

/** Our instance that an instance on the engine was started for; null: it carries no mark of ours. */
export async function markOf(client: RestClient, engineInstanceId: string): Promise<string | null> {
  const [mark] = await client.get<{ value: unknown }[]>('/history/variable-instance', {
    processInstanceId: engineInstanceId,
    variableName: instanceVariable,
    maxResults: 1,
  });
  return typeof mark?.value === 'string' ? mark.value : null;
}
