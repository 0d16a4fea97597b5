import type { NodeKind, ProcessGraph } from '../model/process-graph.ts';
import type { InstanceState, Token } from './instance-state.ts';

/** One thing that an instance waits for. */
export interface Wait {
  readonly token: number;
  readonly elementId: string;
  readonly kind: NodeKind;
}

/**
 * Ids of the elements at which an instance stands, each once, for marking them in a diagram: tasks, catch
 * events, joins and the subprocesses around them. Boundary events that wait beside an activity are left out.
 */
export function activeElements(state: InstanceState): readonly string[] {
  return [...new Set(state.t.filter((token) => token.h === undefined).map((token) => token.e))];
}

/** Everything that a command can complete or fire: user tasks, external tasks, timers (boundary ones too). */
export function openWaits(graph: ProcessGraph, state: InstanceState): readonly Wait[] {
  return state.t.flatMap((token) => waitOf(graph, token) ?? []);
}

const COMMANDED: ReadonlySet<NodeKind> = new Set([
  'user-task',
  'external-task',
  'catch-event',
  'boundary-event',
]);

function waitOf(graph: ProcessGraph, token: Token): Wait | undefined {
  const kind = graph.nodes[token.e]?.kind;
  if (kind === undefined || !COMMANDED.has(kind)) return undefined;
  return { token: token.i, elementId: token.e, kind };
}
