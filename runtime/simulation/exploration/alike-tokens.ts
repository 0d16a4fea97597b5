import type { InstanceState, Token } from '../../engine/instance-state.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';

/** How many tokens that are alike are kept: what two can bring about, more of them can as well. */
const KEPT = 2;
/** Tokens that may rest at one element before a join: there, how many there are makes a difference. */
const BEFORE_JOIN = 3;

/**
 * A state with fewer tokens from which the same can be come to: of tokens that rest at one element in one scope, with the
 * same variables, no join ahead and nothing inside, two are kept. Undefined when so many stand before a join that they
 * cannot be followed.
 */
export function withoutMoreAlike(graph: ProcessGraph, state: InstanceState): InstanceState | undefined {
  const counts = new Map<string, number>();
  const gone = new Set<number>();
  const signed = new Set(state.t.flatMap(({ i, m }) => (m === true ? i : [])));
  const holders = new Set(state.t.flatMap(({ p }) => p ?? []));
  for (const token of state.t) {
    if (token.h !== undefined || holders.has(token.i) || (token.p !== undefined && signed.has(token.p)))
      continue;
    const key = alike(token);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (joinAhead(graph, token.e)) {
      if (count > BEFORE_JOIN) return undefined;
    } else if (count > KEPT) gone.add(token.i);
  }
  if (gone.size === 0) return state;
  return { ...state, t: state.t.filter(({ i, h }) => !gone.has(i) && (h === undefined || !gone.has(h))) };
}

function alike({ i: _number, d: _due, ...rest }: Token): string {
  return JSON.stringify(rest);
}

/** Whether a token at an element may still come to a gateway that waits for others, in its scope. */
function joinAhead(graph: ProcessGraph, from: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    const node = graph.nodes[id];
    if (node === undefined) continue;
    const joins = node.kind === 'parallel-gateway' || node.kind === 'inclusive-gateway';
    if (joins && node.incoming > 1) return true;
    for (const flow of node.outgoing) seen.add(graph.flows[flow]?.target ?? '');
    for (const event of node.boundaries ?? []) seen.add(event);
    if (node.kind === 'throw-event' && node.result?.throws === 'link') seen.add(node.result.target);
  }
  return false;
}
