import type {
  BoundaryEventNode,
  CatchTrigger,
  GraphNode,
  StartEventNode,
} from '../../model/process-graph.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';

/** The event that catches what was thrown, and the call activities that it came out of on the way there. */
export type Handler = Catcher & { readonly crossed: readonly Token[] };

/** On the boundary of a token, or beginning an event subprocess in a scope (undefined: the process itself). */
type Catcher =
  | { readonly node: BoundaryEventNode; readonly host: Token }
  | { readonly node: StartEventNode; readonly host: Token | undefined };

type Thrown = 'error' | 'escalation';

/**
 * Looks from the token that throws outwards, through subprocesses, multi-instance bodies and call activities. At each:
 * event subprocesses inside it first, then its boundary events; one with the code before one without, which catches all. An
 * event subprocess never catches what is thrown inside it (Camunda 7, ErrorDeclarationForProcessInstanceFinder).
 */
export function findHandler(run: Run, thrower: Token, on: Thrown, code: string): Handler | undefined {
  const crossed: Token[] = [];
  let inside: Token | undefined;
  for (let at: Token | undefined = thrower; at !== undefined; at = around(run, at)) {
    const node = run.nodeOf(at);
    const within = inside && startIn(run, at, eventSubprocessesIn(run, node, at), inside, on, code);
    if (within !== undefined) return { ...within, crossed };
    if (at.c !== undefined) crossed.push(at);
    const beside = boundaryOf(run, node, at, on, code);
    if (beside !== undefined) return { ...beside, crossed };
    inside = at;
  }
  const found = inside && startIn(run, undefined, run.graph.eventSubprocesses, inside, on, code);
  return found && { ...found, crossed };
}

function around(run: Run, { p }: Token): Token | undefined {
  return p === undefined ? undefined : run.token(p);
}

function startIn(
  run: Run,
  scope: Token | undefined,
  eventSubprocesses: readonly string[] | undefined,
  inside: Token,
  on: Thrown,
  code: string,
): Catcher | undefined {
  const starts = (eventSubprocesses ?? [])
    .filter((elementId) => elementId !== inside.e)
    .map((elementId) => run.nodeIn(scope?.i, elementId))
    .flatMap((node) => (node.kind === 'event-subprocess' ? run.nodeIn(scope?.i, node.start) : []))
    .filter((node) => node.kind === 'start-event');
  const node = catching(starts, on, code);
  return node && { node, host: scope };
}

/** Boundary events of a multi-instance activity sit on its body, not on its instances. */
function boundaryOf(run: Run, node: GraphNode, host: Token, on: Thrown, code: string): Catcher | undefined {
  if (node.multiInstance !== undefined && host.m === undefined) return undefined;
  const attached = (node.boundaries ?? [])
    .map((elementId) => run.nodeIn(host.p, elementId))
    .filter((boundary) => boundary.kind === 'boundary-event');
  const boundary = catching(attached, on, code);
  return boundary && { node: boundary, host };
}

function eventSubprocessesIn(run: Run, node: GraphNode, scope: Token): readonly string[] | undefined {
  if (scope.c !== undefined) return run.graphIn(scope.i).eventSubprocesses;
  const holds = node.kind === 'subprocess' || node.kind === 'event-subprocess';
  return holds && scope.m === undefined ? node.eventSubprocesses : undefined;
}

/** The event for the code, otherwise the one for any code. */
function catching<N extends { readonly trigger?: CatchTrigger }>(
  nodes: readonly N[],
  on: Thrown,
  code: string,
): N | undefined {
  const codeOf = ({ trigger }: N) => (trigger?.on === on ? (trigger.code ?? null) : undefined);
  return nodes.find((node) => codeOf(node) === code) ?? nodes.find((node) => codeOf(node) === null);
}
