import type { Delivery } from '../delivery.ts';
import type { EngineCommandOf } from '../engine-command.ts';
import { CamundaError } from '../engine-error.ts';
import { type HistoricActivity, historicActivity } from '../historic-activity.ts';
import { done } from '../outcome.ts';
import type { RestClient } from '../rest-client.ts';
import { typedValues } from '../typed-values.ts';

type Trigger = EngineCommandOf<'trigger'>;

/** Under which the platform itself locks an external task that somebody completes through this server. */
const workerId = 'oneplan-command';
const lockMilliseconds = 60_000;

/**
 * Lets an activity that waits go on. The activity instance is the key: one that has ended was let go on before, by an
 * earlier try or, when there was none, by others.
 */
export const trigger: Delivery<'trigger'> = async (client, command, repeat) => {
  const activity = await historicActivity(client, command.activity);
  if (!activity || activity.endTime !== null)
    return repeat && activity?.canceled === false
      ? done
      : { type: 'overtaken', reason: `the activity ${command.activity} had ended before` };
  await ways[command.on](client, command, activity);
  return done;
};

const ways: Readonly<
  Record<Trigger['on'], (client: RestClient, command: Trigger, at: HistoricActivity) => Promise<void>>
> = {
  message: async (client, command, at) => {
    const name = await awaited(client, at, 'message');
    await client.post(
      `/execution/${encodeURIComponent(at.executionId)}/messageSubscriptions/${encodeURIComponent(name)}/trigger`,
      { variables: typedValues(command.variables) },
    );
  },
  signal: async (client, command, at) => {
    const name = await awaited(client, at, 'signal');
    await client.post('/signal', {
      name,
      executionId: at.executionId,
      variables: typedValues(command.variables),
    });
  },
  timer: async (client, _command, at) => {
    const [job] = await client.get<{ id: string }[]>('/job', {
      executionId: at.executionId,
      timers: true,
      maxResults: 1,
    });
    if (!job) throw nothing(at, 'timer');
    await client.post(`/job/${encodeURIComponent(job.id)}/execute`, {});
  },
  'external-task': async (client, command, at) => {
    const [task] = await client.get<{ id: string }[]>('/external-task', {
      executionId: at.executionId,
      maxResults: 1,
    });
    if (!task) throw nothing(at, 'external task');
    const path = `/external-task/${encodeURIComponent(task.id)}`;
    await client.post(`${path}/lock`, { workerId, lockDuration: lockMilliseconds });
    const variables = typedValues(command.variables);
    if (command.error === undefined)
      await client.post(`${path}/complete`, {
        workerId,
        variables,
        localVariables: typedValues(command.localVariables ?? {}),
      });
    else
      await client.post(`${path}/bpmnError`, {
        workerId,
        errorCode: command.error.code,
        errorMessage: command.error.message,
        variables,
      });
  },
};

async function awaited(client: RestClient, at: HistoricActivity, eventType: 'message' | 'signal') {
  const [subscription] = await client.get<{ eventName: string }[]>('/event-subscription', {
    executionId: at.executionId,
    eventType,
    maxResults: 1,
  });
  if (!subscription) throw nothing(at, eventType);
  return subscription.eventName;
}

const nothing = ({ activityId }: HistoricActivity, what: string) =>
  new CamundaError('refused', `"${activityId}" does not wait for a ${what}`, { mayHaveHappened: false });
