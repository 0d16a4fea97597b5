import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';

/**
 * What an administrator means by a multi-instance activity: all of it. Where its body is there already, one more instance
 * is begun. (To the engine, as to Camunda 7, the id of the activity alone is one instance; the body has an id of its own.)
 */
export function wholeActivities(
  { nodes }: ProcessGraph,
  { t: tokens }: InstanceState,
  instructions: readonly ModifyInstruction[],
): ModifyInstruction[] {
  return instructions.map((instruction) => {
    if (instruction.do !== 'start-before' && instruction.do !== 'start-after') return instruction;
    const { elementId } = instruction;
    const repeated = Object.hasOwn(nodes, elementId) && nodes[elementId]?.multiInstance !== undefined;
    const isThere = tokens.some(({ e, m }) => e === elementId && m === true);
    if (!repeated || (isThere && instruction.do === 'start-before')) return instruction;
    return { ...instruction, elementId: `${elementId}#multiInstanceBody` };
  });
}
