import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import type { ModifyInstruction } from '../command.ts';
import { EngineError } from '../engine-error.ts';
import type { InstanceState, Token } from '../instance-state.ts';
import {
  concurrentBranches,
  isSidePath,
  opensBranches,
  reachableFrom,
  siblingsOf,
} from './concurrent-branches.ts';

/** An earlier step to which the work at a token can be returned (退回). */
export interface ReturnStep {
  readonly elementId: string;
  readonly name?: string;
  /** elements at which somebody else's open work ends by it: other signers, parallel branches, what is inside a subprocess */
  readonly endsWorkAt: readonly string[];
  /** what brings it about: process instance modification, as Camunda 7 knows it */
  readonly instructions: readonly ModifyInstruction[];
}

/** Graph that the element of a token stands in: the process itself or one that it calls. */
export type GraphOf = (token: Token) => ProcessGraph;

/**
 * The steps to which the user task at `tokenNumber` may be returned: user tasks that lead to it, in its own
 * scope or one around it, such that no path is left half way. Concretely:
 * - within the same branch, only this work ends;
 * - to a step before a parallel or inclusive fork, the work in all branches of that fork ends, and what waits in its join;
 * - out of a multi-instance (会签) or a subprocess, all of it ends;
 * - into another branch of a fork, from behind a join into one of its branches, or out of a side path that a
 *   non-interrupting boundary event opened: never, because a join would wait for ever or a path would run twice.
 *
 * Throws EngineError TOKEN_GONE when the token is not at rest.
 */
export function returnSteps(graphOf: GraphOf, state: InstanceState, tokenNumber: number): ReturnStep[] {
  const steps: ReturnStep[] = [];
  for (const unit of unitsAround(state, tokenNumber)) {
    const graph = graphOf(unit);
    const scope = graph.nodes[unit.e]?.scope;
    for (const node of Object.values(graph.nodes)) {
      if (node.kind !== 'user-task' || node.scope !== scope) continue;
      const step = stepTo(graph, state, unit, node);
      if (step !== undefined) steps.push(step);
    }
  }
  return steps;
}

/** The token itself and those around it that stand for something: a multi-instance is one unit with its instances. */
function unitsAround(state: InstanceState, tokenNumber: number): Token[] {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const first = tokens.get(tokenNumber);
  if (first === undefined)
    throw new EngineError('TOKEN_GONE', `Token ${tokenNumber} is not waiting (any more)`);
  const units: Token[] = [];
  for (let at: Token | undefined = first; at !== undefined; at = parentOf(tokens, at))
    if (parentOf(tokens, at)?.m === undefined) units.push(at);
  return units;
}

function parentOf(tokens: ReadonlyMap<number, Token>, token: Token): Token | undefined {
  return token.p === undefined ? undefined : tokens.get(token.p);
}

function stepTo(
  graph: ProcessGraph,
  state: InstanceState,
  unit: Token,
  target: GraphNode,
): ReturnStep | undefined {
  const leadsHere = reachableFrom(graph, successors(graph, target)).has(unit.e);
  if (target.id === unit.e || !leadsHere) return undefined;
  const branches = concurrentBranches(graph);
  const own = branches.get(unit.e) ?? new Set();
  const there = branches.get(target.id) ?? new Set();
  if ([...there].some((branch) => !own.has(branch))) return undefined;
  const left = [...own].filter((branch) => !there.has(branch));
  if (left.some((branch) => isSidePath(graph, branch))) return undefined;
  const ending = new Set(left.flatMap((branch) => siblingsOf(graph, branch)));
  const others = state.t.filter(
    (token) => token.h === undefined && token.p === unit.p && token.i !== unit.i && token.a !== 'after',
  );
  const ended = others.filter((token) =>
    [...branchesOfToken(graph, token)].some((branch) => ending.has(branch)),
  );
  const staying = others.filter((token) => !ended.includes(token));
  if (staying.some((token) => wouldRunTwice(graph, branchesOfToken(graph, token), there))) return undefined;
  return {
    elementId: target.id,
    ...(target.name !== undefined && { name: target.name }),
    endsWorkAt: [...new Set(ended.map((token) => token.e))],
    instructions: [
      {
        do: 'start-before',
        elementId: target.multiInstance === undefined ? target.id : `${target.id}#multiInstanceBody`,
        ...(unit.p !== undefined && { ancestor: unit.p }),
      },
      ...[unit, ...ended].map((token): ModifyInstruction => ({ do: 'cancel', token: token.i })),
    ],
  };
}

/** The restarted path would come to where the token is, and it does not merely run beside it. */
function wouldRunTwice(
  graph: ProcessGraph,
  branches: ReadonlySet<string>,
  there: ReadonlySet<string>,
): boolean {
  if ([...there].some((branch) => !branches.has(branch))) return false;
  return ![...branches].some((branch) => !there.has(branch) && isSidePath(graph, branch));
}

/** A token that waits in a join belongs to the branch by which it came. */
function branchesOfToken(graph: ProcessGraph, token: Token): ReadonlySet<string> {
  const branches = concurrentBranches(graph);
  const at = (id: string) => branches.get(id) ?? new Set<string>();
  if (token.f === undefined) return at(token.e);
  const source = graph.flows[token.f]?.source ?? token.e;
  return opensBranches(graph.nodes[source]) ? new Set([...at(source), token.f]) : at(source);
}

function successors(graph: ProcessGraph, node: GraphNode): string[] {
  return node.outgoing.flatMap((id) => graph.flows[id]?.target ?? []);
}
