import type { Delivery } from '../delivery.ts';
import { onInstance } from '../on-instance.ts';

export const suspend: Delivery<'suspend'> = (client, command) =>
  onInstance(client, command.engineInstanceId, () =>
    client.put(`/process-instance/${encodeURIComponent(command.engineInstanceId)}/suspended`, {
      suspended: command.suspended,
    }),
  );
