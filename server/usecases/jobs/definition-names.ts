import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';

export interface ElementNames {
  readonly processName: string;
  readonly elementName: string;
}

/** What people call a process and one of its elements, also one of a process that it calls; ids when they have no name. */
export async function elementNames(
  context: Context,
  place: { readonly definitionId: string; readonly processKey: string; readonly elementId: string },
): Promise<ElementNames> {
  const found = await findDefinition(context, place.definitionId);
  const called = found?.bundle.processes.get(place.processKey) ?? found?.process;
  const node = called?.graph.nodes[place.elementId] ?? found?.process.graph.nodes[place.elementId];
  return {
    processName: found?.process.name ?? place.processKey,
    elementName: node?.name ?? place.elementId,
  };
}
