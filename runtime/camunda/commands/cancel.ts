import type { Delivery } from '../delivery.ts';
import { onInstance } from '../on-instance.ts';
import { done } from '../outcome.ts';

/** An instance that has ended already is what was asked for. The engine keeps no reason when it is asked this way. */
export const cancel: Delivery<'cancel'> = async (client, command) => {
  await onInstance(client, command.engineInstanceId, () =>
    client.delete(`/process-instance/${encodeURIComponent(command.engineInstanceId)}`, {
      skipCustomListeners: true,
    }),
  );
  return done;
};
