import type { Delivery } from '../delivery.ts';
import { historicActivity } from '../historic-activity.ts';
import { done } from '../outcome.ts';
import { typedValues } from '../typed-values.ts';

/** Setting the same values again changes nothing, so a repeat is simply sent. */
export const setActivityVariables: Delivery<'set-activity-variables'> = async (client, command) => {
  const activity = await historicActivity(client, command.activity);
  if (!activity || activity.endTime !== null)
    return { type: 'overtaken', reason: `the activity ${command.activity} had ended before` };
  const scope =
    command.taskId === null
      ? `/execution/${encodeURIComponent(activity.executionId)}/localVariables`
      : `/task/${encodeURIComponent(command.taskId)}/variables`;
  await client.post(scope, { modifications: typedValues(command.variables), deletions: command.remove });
  return done;
};
