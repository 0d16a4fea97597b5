import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import type { Actor, PassedEvent } from '../engine-port.ts';
import { broadcastCommand, sendCommand } from './send-command.ts';

/**
 * Hands a message or signal to the engine, which knows who waits there. One for a single instance takes its place in
 * the line of that instance's commands; throws `conflict` when that does not run on the engine.
 */
export async function passOn(context: Context, event: PassedEvent, actor: Actor): Promise<void> {
  if (event.on === 'signal') {
    const { name, variables, tenantId } = event;
    return broadcastCommand(context, { kind: 'throw-signal', name, variables, tenantId }, actor);
  }
  const { on, instanceId, ...message } = event;
  const command = {
    kind: 'correlate-message' as const,
    toInstance: instanceId !== undefined,
    ...message,
  };
  if (instanceId === undefined) return broadcastCommand(context, command, actor);
  const there = await context.sql.one('SELECT instance_id FROM engine_instance WHERE instance_id = ?', [
    instanceId,
  ]);
  if (!there)
    throw new AppError(
      'conflict',
      `Cannot correlate message '${message.name}': No process definition or execution matches the parameters`,
      { message: message.name, instanceId, found: 0 },
    );
  return sendCommand(context, instanceId, command, { actor });
}
