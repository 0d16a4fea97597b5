import type { Delivery } from '../delivery.ts';
import { onInstance } from '../on-instance.ts';
import { typedValues } from '../typed-values.ts';

/** Setting the same values again changes nothing, so a repeat is simply sent. */
export const changeVariables: Delivery<'change-variables'> = (client, command) =>
  onInstance(client, command.engineInstanceId, () =>
    client.post(`/process-instance/${encodeURIComponent(command.engineInstanceId)}/variables`, {
      modifications: typedValues(command.variables),
      deletions: command.remove,
    }),
  );
