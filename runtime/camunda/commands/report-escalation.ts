import type { Delivery } from '../delivery.ts';
import { onTask } from '../on-task.ts';
import { typedValues } from '../typed-values.ts';

export const reportEscalation: Delivery<'report-escalation'> = (client, command, repeat) =>
  onTask(
    client,
    command.taskId,
    repeat,
    () =>
      client.post(`/task/${encodeURIComponent(command.taskId)}/bpmnEscalation`, {
        escalationCode: command.code,
        variables: typedValues(command.variables),
      }),
    ['completed', 'deleted'],
  );
