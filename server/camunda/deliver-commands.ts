import { deliver } from '@oneplan/runtime/camunda/deliver.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Outcome } from '@oneplan/runtime/camunda/outcome.ts';
import type { Context } from '../context.ts';
import { errorMessageOf } from '../jobs/failed-try.ts';
import { transaction } from '../persistence/transaction.ts';
import { ourInstances } from './adopt-foreign.ts';
import { adoptStarted } from './adopt-started.ts';
import { type ClaimedCommand, claimCommands } from './claim-commands.ts';
import type { EngineLink } from './engine-link.ts';
import { followMigration } from './follow-migration.ts';
import { reportMismatch } from './mismatch.ts';
import { projectInstance } from './project-instance.ts';
import { resolveCommand } from './resolve-command.ts';
import type { StoredCommand } from './stored-command.ts';

export interface DeliveryRound {
  /** Commands that were tried. */
  readonly tried: number;
  /** The engine did not answer: it is no use to go on at once. */
  readonly away: boolean;
}

const batch = 16;
/** Longer than any request with its look before. */
const lockMilliseconds = 120_000;
/** Tries of a command that the engine fails at; then a person must look. */
const tries = 5;
const firstDelay = 2_000;
const starting: ReadonlySet<StoredCommand['kind']> = new Set([
  'start',
  'modify',
  'correlate-message',
  'throw-signal',
]);

/** Claims and delivers one batch of commands, each of another instance. Throws only when the database is away. */
export async function deliverCommands(
  context: Context,
  link: EngineLink,
  owner: string,
): Promise<DeliveryRound> {
  const commands = await claimCommands(context, { owner, limit: batch, lockMilliseconds });
  const arrived = await Promise.all(commands.map((command) => deliverOne(context, link, command, owner)));
  return { tried: commands.length, away: arrived.includes(false) };
}

/** False: the engine did not answer. */
async function deliverOne(
  context: Context,
  link: EngineLink,
  command: ClaimedCommand,
  owner: string,
): Promise<boolean> {
  let outcome: Outcome;
  let reached: readonly string[] = [];
  try {
    outcome = await deliver(link.client, await resolveCommand(context, link, command), command.repeat);
  } catch (error) {
    if (!(error instanceof CamundaError)) throw error;
    return notDelivered(context, link, command, owner, error);
  }
  if (outcome.type === 'reached') {
    const found = await reachedHere(context, link, outcome.engineInstanceIds);
    // The lock of the command runs out and it is asked again whom it has reached.
    if (found === null) return false;
    reached = found;
  }
  if (outcome.type === 'started')
    await adoptStarted(context, link, command.instanceId, outcome.engineInstanceIds);
  if (outcome.type === 'overtaken') await refuse(context, command, outcome.reason);
  else await markDelivered(context, command, reached);
  for (const instanceId of new Set([command.instanceId, ...reached]))
    if (!(await projectInstance(context, link, instanceId, command.actorId))) return false;
  return true;
}

/** Null: the engine did not answer. */
async function reachedHere(
  context: Context,
  link: EngineLink,
  engineIds: readonly string[],
): Promise<string[] | null> {
  try {
    return await ourInstances(context, link, engineIds, true);
  } catch (error) {
    if (error instanceof CamundaError) return null;
    throw error;
  }
}

/** `reached`: instances of ours that something happened to beside the command's own. */
function markDelivered(
  context: Context,
  command: ClaimedCommand,
  reached: readonly string[],
): Promise<unknown> {
  return transaction(context.database, async () => {
    if (command.command.kind === 'migrate')
      await followMigration(context, command.instanceId, command.command);
    for (const instanceId of [command.instanceId, ...reached])
      await context.sql.run('UPDATE engine_instance SET projected_at = NULL WHERE instance_id = ?', [
        instanceId,
      ]);
    await context.sql.run(
      "UPDATE engine_command SET state = 'delivered', delivered_at = ?, lock_owner = NULL, lock_expires_at = NULL, error_message = NULL WHERE id = ?",
      [context.now(), command.id],
    );
  });
}

async function notDelivered(
  context: Context,
  link: EngineLink,
  command: ClaimedCommand,
  owner: string,
  error: CamundaError,
): Promise<boolean> {
  const attempts = command.attempts + (error.kind === 'failed' ? 1 : 0);
  if (error.kind === 'refused' || attempts >= tries) {
    await refuse(context, command, error.message);
    return true;
  }
  // What starts something and may be on its way must not be repeated before it can be seen.
  const onItsWay = starting.has(command.command.kind) && error.mayHaveHappened;
  const pause = Math.max(
    error.kind === 'failed' ? firstDelay * 4 ** (attempts - 1) : 0,
    onItsWay ? link.settleMilliseconds : 0,
  );
  await transaction(context.database, () =>
    context.sql.run(
      `UPDATE engine_command SET attempts = ?, error_message = ?, due_at = ?, lock_owner = NULL, lock_expires_at = NULL${
        command.repeat || error.mayHaveHappened ? '' : ', sent_at = NULL'
      } WHERE id = ? AND lock_owner = ?`,
      [attempts, errorMessageOf(error), context.now() + pause, command.id, owner],
    ),
  );
  return error.kind !== 'unavailable';
}

/** The engine will never do it: out of the line, and in front of somebody's eyes. */
async function refuse(context: Context, command: ClaimedCommand, reason: string): Promise<void> {
  await transaction(context.database, () =>
    context.sql.run(
      "UPDATE engine_command SET state = 'refused', error_message = ?, lock_owner = NULL, lock_expires_at = NULL WHERE id = ?",
      [reason.slice(0, 500), command.id],
    ),
  );
  await reportMismatch(context, {
    kind: 'command-refused',
    objectId: command.id,
    instanceId: command.instanceId === command.id ? null : command.instanceId,
    detail: `${command.command.kind}: ${reason}`,
  });
}
