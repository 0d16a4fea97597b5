import type { Delivery } from '../delivery.ts';
import { eventMark, reachedBy, reachedNow } from '../event-mark.ts';
import { typedValues } from '../typed-values.ts';

/**
 * The engine finds the one that waits, or the process that starts at the message; none or several are refused by it, and
 * nothing has happened then. Whoever gets it keeps a mark, by which a repeat sees that it has arrived.
 */
export const correlateMessage: Delivery<'correlate-message'> = async (client, command, repeat) => {
  if (repeat) {
    const reached = await reachedBy(client, command.commandId);
    if (reached.length > 0) return { type: 'reached', engineInstanceIds: reached };
  }
  await client.post('/message', {
    messageName: command.name,
    ...(command.businessKey === undefined ? {} : { businessKey: command.businessKey }),
    ...(command.engineInstanceId === null ? {} : { processInstanceId: command.engineInstanceId }),
    ...tenant(command.tenantId),
    correlationKeys: typedValues(command.correlationKeys),
    localCorrelationKeys: typedValues(command.localCorrelationKeys),
    processVariables: typedValues({ ...command.variables, [eventMark(command.commandId)]: true }),
    processVariablesLocal: typedValues(command.localVariables),
    all: command.all,
    resultEnabled: false,
  });
  return { type: 'reached', engineInstanceIds: await reachedNow(client, command.commandId) };
};

/** Undefined: of any tenant; empty: of none. */
const tenant = (id: string | undefined) =>
  id === undefined ? {} : id === '' ? { withoutTenantId: true } : { tenantId: id };
