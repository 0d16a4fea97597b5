import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeCommand } from '../engine/execute-command.ts';
import { modifyInstance } from '../engine/modify-instance.ts';
import { wholeActivities } from './whole-activities.ts';

type Actor = Pick<Caller, 'userId' | 'name'>;

interface Correction {
  readonly id: string;
  readonly reason: string;
}

/**
 * An administrator moves an instance to another place: cancels what is active at elements and starts others, all or
 * none. Throws `modification-not-possible`, saying why, when an instruction does not fit the instance, what it starts
 * cannot go on, or nothing would be left.
 */
export function moveByHand(
  context: Context,
  caller: Actor,
  { id, reason, instructions }: Correction & { readonly instructions: readonly ModifyInstruction[] },
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const whole = await meant(context, id, instructions);
    await asCorrection(id, () => modifyInstance(context, caller, id, whole, reason));
    const row = await context.sql.one<{ status: string }>(
      'SELECT status FROM process_instance WHERE id = ?',
      [id],
    );
    if (row?.status === 'cancelled')
      throw modificationNotPossible(
        id,
        'NOTHING_LEFT',
        'Nothing would be left of the instance; cancel it instead.',
      );
    return {};
  });
}

async function meant(
  context: Context,
  id: string,
  instructions: readonly ModifyInstruction[],
): Promise<readonly ModifyInstruction[]> {
  const instance = await lockInstance(context, id);
  const definition = instance && (await findDefinition(context, instance.definitionId));
  return definition ? wholeActivities(definition.process.graph, instance.state, instructions) : instructions;
}

/** Sets and removes variables of the process instance. The audit log keeps their names, not their values. */
export function setVariablesByHand(
  context: Context,
  caller: Actor,
  {
    id,
    reason,
    variables,
    remove,
  }: Correction & { readonly variables: Variables; readonly remove: readonly string[] },
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    await asCorrection(id, () =>
      executeCommand(context, id, { type: 'set-variables', variables, remove }, caller),
    );
    await audit(context, caller, {
      action: 'instance.variables-set',
      objectKind: 'instance',
      objectId: id,
      detail: { reason, set: Object.keys(variables), removed: remove },
    });
    return {};
  });
}

/** What the engine refuses here is for the administrator to mend, not for whoever runs the server. */
export async function asCorrection<T>(instanceId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw modificationNotPossible(instanceId, error.code, error.message, error.elementId);
  }
}

export const modificationNotPossible = (
  instanceId: string,
  reason: string,
  message: string,
  elementId?: string,
) =>
  new AppError('modification-not-possible', message, {
    instanceId,
    reason,
    ...(elementId !== undefined && { elementId }),
  });
