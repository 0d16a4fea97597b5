import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../engine-port.ts';
import { engineOf } from './engine.ts';
import { done, executeCommands } from './execute-command.ts';
import { startAtEvent, startedByMessage } from './start-at-message.ts';
import { type MessageAddress, type Waiting, waitingForMessage } from './waiting-for.ts';

export interface Message extends MessageAddress {
  /** For the (called) process that waits, or for the instance that is started. */
  readonly variables: Variables;
  /** For the scope that waits. */
  readonly localVariables?: Variables;
  /** Null: a client of the engine. */
  readonly actor: Actor;
  /** The caller has to be told who got it: an engine that answers later is not asked then. */
  readonly resultNeeded?: boolean;
}

/** Who got a message. */
export type Correlation =
  | { readonly to: 'execution'; readonly instanceId: string; readonly token: number }
  | { readonly to: 'start'; readonly instanceId: string }
  /** Handed to an engine that looks for who waits after the commit; which instance that is, is known then. */
  | { readonly to: 'engine'; readonly instanceId: '' };

/**
 * Gives a message to the one instance that waits for it; when none does, it starts the one process that starts at it, as
 * Camunda 7's MessageCorrelation does. In the current transaction. Throws `conflict` when nobody waits for it, or more
 * than one. Behind a Camunda engine it is that engine which finds out, after the commit; nobody or more than one is then
 * shown as a refused command.
 */
export async function correlateMessage(context: Context, message: Message): Promise<Correlation> {
  const waiting = await waitingForMessage(context, message);
  if (waiting.length > 1)
    throw mismatch(message, waiting.length, `${waiting.length} executions match the correlation keys`);
  if (waiting.length === 1) {
    await deliver(context, message, waiting);
    return { to: 'execution', instanceId: waiting[0]?.instanceId ?? '', token: waiting[0]?.token ?? 0 };
  }
  if (await passOn(context, message, false)) return { to: 'engine', instanceId: '' };
  const events = message.instanceId === undefined ? await startedBy(context, message) : [];
  const [event, second] = events;
  if (!event) throw mismatch(message, 0, 'No process definition or execution matches the parameters');
  if (second) throw mismatch(message, events.length, `${events.length} process definitions start at it`);
  return { to: 'start', instanceId: await startAtEvent(context, event, startOf(message)) };
}

/** Gives a message to everybody who waits for it and starts every process that starts at it; to nobody is no error. */
export async function correlateMessageToAll(context: Context, message: Message): Promise<Correlation[]> {
  const waiting = await waitingForMessage(context, message);
  await deliver(context, message, waiting);
  const correlations: Correlation[] = waiting.map(({ instanceId, token }) => ({
    to: 'execution',
    instanceId,
    token,
  }));
  if (await passOn(context, message, true)) return [...correlations, { to: 'engine', instanceId: '' }];
  if (message.instanceId !== undefined) return correlations;
  for (const event of await startedBy(context, message))
    correlations.push({ to: 'start', instanceId: await startAtEvent(context, event, startOf(message)) });
  return correlations;
}

/** Looked for without locks: whoever has gone on meanwhile refuses the message under its lock, and nothing has happened. */
async function deliver(context: Context, message: Message, waiting: readonly Waiting[]): Promise<void> {
  const { variables, localVariables, actor } = message;
  done(
    await executeCommands(
      context,
      waiting.map(({ instanceId, token }) => ({
        instanceId,
        command: {
          type: 'deliver-message',
          token,
          variables,
          ...(localVariables !== undefined && { localVariables }),
        },
        actor,
      })),
    ),
  );
}

/** True: the engine behind this server was handed the message. */
async function passOn(context: Context, message: Message, all: boolean): Promise<boolean> {
  const { passOn: hand } = engineOf(context);
  if (hand === null) return false;
  if (message.resultNeeded)
    throw new AppError(
      'conflict',
      `Who gets the message '${message.name}' is known later, because a Camunda engine runs the processes; leave out 'resultEnabled', or ask that engine's own REST API.`,
      { message: message.name },
    );
  const { name, businessKey, instanceId, tenantId, variables, actor } = message;
  await hand(
    context,
    {
      on: 'message',
      name,
      ...(businessKey === undefined ? {} : { businessKey }),
      ...(instanceId === undefined ? {} : { instanceId }),
      ...(tenantId === undefined ? {} : { tenantId }),
      correlationKeys: message.correlationKeys ?? {},
      localCorrelationKeys: message.localCorrelationKeys ?? {},
      variables,
      localVariables: message.localVariables ?? {},
      all,
    },
    actor,
  );
  return true;
}

const startedBy = (context: Context, { name, tenantId }: Message) =>
  startedByMessage(context, name, tenantId);

const startOf = ({ name, businessKey, variables, actor }: Message) => ({
  name,
  businessKey: businessKey ?? null,
  variables,
  actor,
});

function mismatch(message: Message, found: number, why: string): AppError {
  return new AppError('conflict', `Cannot correlate message '${message.name}': ${why}`, {
    message: message.name,
    businessKey: message.businessKey ?? null,
    found,
  });
}
