import type { Delivery } from '../delivery.ts';
import { onTask } from '../on-task.ts';
import { typedValues } from '../typed-values.ts';

export const reportError: Delivery<'report-error'> = (client, command, repeat) =>
  onTask(
    client,
    command.taskId,
    repeat,
    () =>
      client.post(`/task/${encodeURIComponent(command.taskId)}/bpmnError`, {
        errorCode: command.code,
        errorMessage: command.message,
        variables: typedValues(command.variables),
      }),
    ['completed', 'deleted'],
  );
