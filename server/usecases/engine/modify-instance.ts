import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { executeCommand } from './execute-command.ts';

/**
 * Moves an instance by hand: cancels activities and starts others, in the order given, all or none, in the current
 * transaction. Throws EngineError when an instruction names what is not there. `caller` null: a client of the engine.
 */
export async function modifyInstance(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'> | null,
  instanceId: string,
  instructions: readonly ModifyInstruction[],
  reason?: string,
): Promise<void> {
  await executeCommand(context, instanceId, { type: 'modify', instructions }, caller);
  await audit(context, caller, {
    action: 'instance.modified',
    objectKind: 'instance',
    objectId: instanceId,
    detail: {
      ...(reason !== undefined && { reason }),
      instructions: instructions.map((instruction) =>
        instruction.do === 'start-before' || instruction.do === 'start-after'
          ? { do: instruction.do, elementId: instruction.elementId }
          : instruction.do === 'start-transition'
            ? { do: instruction.do, flowId: instruction.flowId }
            : instruction,
      ),
    },
  });
}
