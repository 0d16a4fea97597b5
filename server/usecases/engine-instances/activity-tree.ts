import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';

/** What runs at an element, with what runs inside it. */
export interface ActivityInTree {
  readonly token: number;
  readonly elementId: string;
  readonly elementType: string;
  readonly name: string | null;
  /** Waits for a job before it begins, or after it: a transition instance of Camunda 7. */
  readonly waitsForJob: 'before' | 'after' | null;
  readonly children: readonly ActivityInTree[];
}

/**
 * The tokens of an instance as a tree. Boundary events and armed starts of event subprocesses are no activities. What a
 * call activity calls runs inside it: `graphOf` gives the graph of a called process.
 */
export function activityTree(
  state: InstanceState,
  graph: ProcessGraph,
  graphOf: (key: string) => ProcessGraph | undefined,
): ActivityInTree[] {
  const inside = new Map<number, Token[]>();
  for (const token of state.t.filter(({ h }) => h === undefined))
    inside.set(token.p ?? 0, [...(inside.get(token.p ?? 0) ?? []), token]);
  const below = (parent: number, at: ProcessGraph | undefined, body: boolean): ActivityInTree[] =>
    (inside.get(parent) ?? []).map((token) => {
      const node = at?.nodes[token.e];
      const called = token.c === undefined ? at : graphOf(token.c.d);
      const isBody = token.m !== undefined && !body;
      return {
        token: token.i,
        elementId: isBody ? `${token.e}#multiInstanceBody` : token.e,
        elementType: isBody ? 'multiInstanceBody' : (node?.type ?? ''),
        name: node?.name ?? null,
        waitsForJob: token.a ?? null,
        children: below(token.i, called, isBody),
      };
    });
  return below(0, graph, false);
}
