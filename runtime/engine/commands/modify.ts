import type { GraphFlow, GraphNode, MultiInstance } from '../../model/process-graph.ts';
import { cancelTokens } from '../cancel.ts';
import type { ModifyInstruction } from '../command.ts';
import { EngineError } from '../engine-error.ts';
import type { Token } from '../instance-state.ts';
import { addInstance } from '../multi-instance.ts';
import type { Run, Work } from '../run.ts';
import { beginBody, interruptFor, scopeFor } from '../scope-instances.ts';
import { setLocalVariables, setVariablesInside } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';
import { restingToken } from './waiting-token.ts';

type Start = Extract<ModifyInstruction, { variables?: unknown }>;

const BODY = '#multiInstanceBody';

/**
 * Process instance modification (Camunda 7 manual): cancels and starts activities in the order given. A scope in
 * which nothing is left is cancelled at once, so what is to go on in it has to be started first; the process
 * itself ends only when nothing is left after the last instruction.
 */
export const modify: CommandHandler<'modify'> = (run, command) => {
  const starts: Work[] = [];
  for (const instruction of command.instructions) {
    if (instruction.do === 'cancel') cancelOne(run, restingToken(run, instruction.token));
    else if (instruction.do === 'cancel-all') cancelAll(run, instruction.elementId);
    else starts.push(startOne(run, instruction));
  }
  run.schedule(...starts);
  if (run.alive(undefined) > 0) return;
  cancelTokens(run, run.tokens());
  run.end('cancelled');
};

function cancelAll(run: Run, elementId: string): void {
  const id = elementId.replace(BODY, '');
  run.nodeIn(undefined, id);
  const standsThere = (token: Token) =>
    token.e === id && token.h === undefined && run.calledAround(token.p) === undefined;
  const found = run.tokens().filter(standsThere);
  // A body goes with its instances.
  for (const token of found)
    if (run.token(token.i) !== undefined && !found.some(({ i }) => i === token.p)) cancelOne(run, token);
}

/** Cancels an activity with everything inside, and the scopes around it that are empty then. */
function cancelOne(run: Run, token: Token): void {
  if (token.h !== undefined) {
    const message = `Token ${token.i} at "${token.e}" is an event that waits beside an activity; cancel the activity`;
    throw new EngineError('MODIFICATION', message, token.e);
  }
  const around = token.p === undefined ? undefined : run.token(token.p);
  cancelTokens(run, [token]);
  run.withdraw(token.p);
  const active = around?.m === true ? around.l?.nrOfActiveInstances : undefined;
  if (around === undefined) return;
  if (run.alive(around.i) <= 0) cancelOne(run, around);
  else if (typeof active === 'number') setLocalVariables(run, around, { nrOfActiveInstances: active - 1 });
}

function startOne(run: Run, instruction: Start): Work {
  const place = placeOf(run, instruction);
  const fresh = run.number();
  const parent = scopeFor(run, place.node, place.graphParent, instruction.ancestor);
  if (instruction.variables !== undefined) setVariablesInside(run, parent, instruction.variables);
  const { node } = place;
  if (
    instruction.do === 'start-before' &&
    node.multiInstance !== undefined &&
    !instruction.elementId.endsWith(BODY)
  )
    return addInstance(run, node, parent) ?? beginOneInstance(run, node, node.multiInstance, parent);
  if (instruction.do === 'start-before' && (parent ?? 0) < fresh) interruptFor(run, node, parent);
  run.addAlive(parent, 1);
  const inside = parent === undefined ? {} : { parent };
  if (place.flow === undefined) return { type: 'enter', elementId: node.id, ...inside };
  return { type: 'enter', elementId: place.flow.target, flow: place.flow.id, ...inside };
}

/** The activity of a multi-instance that is not there: a body with one instance; `#multiInstanceBody` begins all of them. */
function beginOneInstance(
  run: Run,
  node: GraphNode,
  { sequential }: MultiInstance,
  parent: number | undefined,
): Work {
  run.addAlive(parent, 1);
  const locals = sequential ? {} : { locals: { loopCounter: 0 } };
  return { type: 'enter', elementId: node.id, parent: beginBody(run, node, parent), ...locals };
}

interface Place {
  /** what is begun or left: its scope is where the token comes to stand */
  readonly node: GraphNode;
  readonly flow?: GraphFlow;
  /** token inside of which the graph is meant: of a called process when an ancestor in one is named */
  readonly graphParent: number | undefined;
}

function placeOf(run: Run, instruction: Start & { ancestor?: number }): Place {
  const graphParent = instruction.ancestor;
  if (graphParent !== undefined) restingToken(run, graphParent);
  if (instruction.do === 'start-transition') {
    const flow = run.flowIn(graphParent, instruction.flowId);
    const source = run.nodeIn(graphParent, flow.source);
    assertTaken(source, flow);
    return { node: source, flow, graphParent };
  }
  const node = run.nodeIn(graphParent, instruction.elementId.replace(BODY, ''));
  assertNoLink(node);
  if (instruction.do === 'start-before') return { node, graphParent };
  if (node.multiInstance !== undefined && !instruction.elementId.endsWith(BODY)) {
    const message = `The flows of "${node.id}" leave its body; start after "${node.id}${BODY}"`;
    throw new EngineError('MODIFICATION', message, node.id);
  }
  const [only, second] = node.outgoing;
  if (only !== undefined && second === undefined)
    return { node, flow: run.flowIn(graphParent, only), graphParent };
  const message = `"${node.id}" has ${node.outgoing.length} outgoing flows, so what comes after it is not clear; start one of the flows`;
  throw new EngineError('MODIFICATION', message, node.id);
}

/** A throwing link is no more than a flow to its catching one, so nothing begins there. */
function assertNoLink(node: GraphNode): void {
  if (node.kind !== 'throw-event' || node.result?.throws !== 'link') return;
  const message = `"${node.id}" is a throwing link and no activity; start "${node.result.target}" instead`;
  throw new EngineError('MODIFICATION', message, node.id);
}

/** Behind an event-based gateway nothing takes a flow: an event occurs. */
function assertTaken(source: GraphNode, flow: GraphFlow): void {
  if (source.kind !== 'event-based-gateway') return;
  const message = `No token takes the flow "${flow.id}" behind "${source.id}"; start the gateway or "${flow.target}"`;
  throw new EngineError('MODIFICATION', message, source.id);
}
