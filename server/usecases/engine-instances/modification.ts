import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { modifyInstance } from '../engine/modify-instance.ts';

/** Moves an instance for a client of the engine, in a transaction of its own. */
export const modifyForClient = (
  context: Context,
  instanceId: string,
  instructions: readonly ModifyInstruction[],
): Promise<void> =>
  transaction(context.database, () => modifyInstance(context, null, instanceId, instructions));
