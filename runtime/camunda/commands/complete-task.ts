import type { Delivery } from '../delivery.ts';
import { onTask } from '../on-task.ts';
import { typedValues } from '../typed-values.ts';

export const completeTask: Delivery<'complete-task'> = (client, command, repeat) =>
  onTask(client, command.taskId, repeat, () =>
    client.post(`/task/${encodeURIComponent(command.taskId)}/complete`, {
      variables: typedValues(command.variables),
    }),
  );
