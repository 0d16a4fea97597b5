import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../../context.ts';
import type { Actor, OrderOutcome, StartOrder } from '../../engine-port.ts';
import { type LockedInstance, lockInstances } from '../../persistence/engine/instance-row.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { engineOf } from './engine.ts';

/** A command for one of several instances. */
export interface InstanceCommand {
  readonly instanceId: string;
  readonly command: Command;
  /** Null: a job or worker. */
  readonly actor: Actor;
}

/**
 * Executes commands on any number of instances, in the current transaction: locks the instance rows first, in one
 * statement, then steps, then writes state, tasks, jobs, external tasks, history, the records' states and the outbox of
 * all of them together. Answers an outcome for each command: one that is refused has changed nothing and stops no other.
 * Two commands on one instance are executed in their order.
 */
export async function executeCommands(
  context: Context,
  commands: readonly InstanceCommand[],
): Promise<readonly OrderOutcome[]> {
  const { instances } = await lockInstances(
    context,
    commands.map(({ instanceId }) => instanceId),
  );
  const batch = new WriteBatch();
  const orders = commands.flatMap(({ instanceId, command, actor }) => {
    const instance = instances.get(instanceId);
    return instance ? [{ instance, command, actor }] : [];
  });
  const outcomes = [...(await engineOf(context).execute(context, batch, orders))];
  await batch.flush(context.sql);
  return commands.map(
    ({ instanceId }): OrderOutcome =>
      (instances.has(instanceId) ? outcomes.shift() : undefined) ?? {
        instanceId,
        error: new AppError('not-found', 'There is no such process instance.', { instanceId }),
      },
  );
}

/**
 * Executes one command, in the current transaction. Throws EngineError when the instance is not where the command says;
 * nothing has changed then. `actor` null: a job or worker.
 */
export async function executeCommand(
  context: Context,
  instanceId: string,
  command: Command,
  actor: Actor,
): Promise<void> {
  done(await executeCommands(context, [{ instanceId, command, actor }]));
}

/** Like `executeCommand`, for a use case that has locked the instance to look at it before it decides. */
export async function executeOnLocked(
  context: Context,
  instance: LockedInstance,
  command: Command,
  actor: Actor,
  batch: WriteBatch = new WriteBatch(),
): Promise<void> {
  done(await engineOf(context).execute(context, batch, [{ instance, command, actor }]));
  await batch.flush(context.sql);
}

/** Starts instances in the current transaction and runs them to their first waits. Throws when one can not start. */
export async function startInstances(
  context: Context,
  orders: readonly StartOrder[],
  batch: WriteBatch = new WriteBatch(),
): Promise<void> {
  done(await engineOf(context).start(context, batch, orders));
  await batch.flush(context.sql);
}

/** Throws the first error. */
export function done(outcomes: readonly OrderOutcome[]): void {
  for (const { error } of outcomes) if (error !== undefined) throw error;
}
