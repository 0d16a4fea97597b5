import type { Delivery } from '../delivery.ts';
import { eventMark, reachedBy, reachedNow } from '../event-mark.ts';
import { typedValues } from '../typed-values.ts';

/**
 * To everybody who waits for it on the engine, and every process that starts at it. Nobody listening is no error; so a
 * repeat that finds no mark sends it again: either it never arrived, or nobody heard it.
 */
export const throwSignal: Delivery<'throw-signal'> = async (client, command, repeat) => {
  if (repeat) {
    const reached = await reachedBy(client, command.commandId);
    if (reached.length > 0) return { type: 'reached', engineInstanceIds: reached };
  }
  await client.post('/signal', {
    name: command.name,
    variables: typedValues({ ...command.variables, [eventMark(command.commandId)]: true }),
    ...(command.tenantId === null
      ? {}
      : command.tenantId === ''
        ? { withoutTenantId: true }
        : { tenantId: command.tenantId }),
  });
  return { type: 'reached', engineInstanceIds: await reachedNow(client, command.commandId) };
};
