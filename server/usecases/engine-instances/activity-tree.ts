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

/** The activities of one process of an instance, as a tree. */
export interface ProcessTree {
  readonly processKey: string;
  readonly activities: readonly ActivityInTree[];
}

type GraphOf = (key: string, token: Token) => ProcessGraph | undefined;

/**
 * The tokens of a process as a tree: those of the instance itself, or (`calledBy`: the token of a call activity) those of
 * the process that it has called. Boundary events and armed starts of event subprocesses are no activities, and called
 * processes have trees of their own. Null: no process runs there.
 */
export function activityTree(
  state: InstanceState,
  graph: ProcessGraph,
  graphOf: GraphOf,
  calledBy: number | null,
): ProcessTree | null {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const root = calledBy === null ? undefined : tokens.get(calledBy);
  if (calledBy !== null && root?.c === undefined) return null;
  const at = root?.c === undefined ? graph : graphOf(root.c.d, root);
  if (at === undefined) return null;
  const inside = new Map<number, Token[]>();
  for (const token of state.t.filter(({ h }) => h === undefined))
    inside.set(token.p ?? 0, [...(inside.get(token.p ?? 0) ?? []), token]);
  const below = (parent: number, around: Token | undefined): ActivityInTree[] =>
    (inside.get(parent) ?? []).map((token) => {
      const node = at.nodes[token.e];
      // What waits for a job before or after a multi-instance is the body, though there is none yet, or none any more.
      const isBody =
        token.m === true ||
        (token.a !== undefined && around?.m !== true && node?.multiInstance !== undefined);
      return {
        token: token.i,
        elementId: isBody ? `${token.e}#multiInstanceBody` : token.e,
        elementType: isBody ? 'multiInstanceBody' : (node?.type ?? ''),
        name: node?.name ?? null,
        waitsForJob: token.a ?? null,
        children: token.c === undefined ? below(token.i, token) : [],
      };
    });
  return { processKey: at.id, activities: below(calledBy ?? 0, undefined) };
}
