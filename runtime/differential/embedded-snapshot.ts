import type { InstanceState, Token } from '../engine/instance-state.ts';
import type { NodeKind, ProcessGraph } from '../model/process-graph.ts';
import { type ActivityNode, pathsOf, waitPath } from './activity-tree.ts';
import type { EffectLog, OpenWait } from './effect-log.ts';
import type { HistoryRecord, Snapshot, VariableRecord } from './snapshot.ts';

/** Graph of a process by its key; called processes have graphs of their own. */
export type GraphOf = (key: string) => ProcessGraph;

/** The activity instances of a state; the key of a node is the number of its token, '' the process instance. */
export function treeOf(process: string, graphOf: GraphOf, state: InstanceState): ActivityNode {
  const inside = (parent: Token | undefined, graph: ProcessGraph): ActivityNode[] =>
    state.t
      .filter((token) => token.p === parent?.i && token.h === undefined)
      .map((token) => nodeOf(token, parent, graph));
  const nodeOf = (token: Token, parent: Token | undefined, graph: ProcessGraph): ActivityNode => {
    const children = inside(token, token.c === undefined ? graph : graphOf(token.c.d));
    // What waits for a job before or after a multi-instance is the body, though there is none yet, or none any more.
    const isBody =
      token.m === true ||
      (token.a !== undefined && parent?.m !== true && graph.nodes[token.e]?.multiInstance !== undefined);
    const loop = parent?.m === true && !isSequential(graph, token) ? ownLocals(token).loopCounter : undefined;
    return {
      key: `${token.i}`,
      elementId: isBody ? bodyId(token.e) : token.e,
      // Of a sequential multi-instance there is one instance at a time: it needs no number.
      ...(typeof loop === 'number' && { loop }),
      ...(token.a !== undefined && { transition: true }),
      children:
        token.c === undefined ? children : [{ key: `${token.i}:called`, elementId: token.c.d, children }],
    };
  };
  return { key: '', elementId: process, children: inside(undefined, graphOf(process)) };
}

export function embeddedSnapshot(
  process: string,
  graphOf: GraphOf,
  state: InstanceState,
  log: EffectLog,
): Snapshot {
  const paths = pathsOf(treeOf(process, graphOf, state));
  const at = (wait: OpenWait): string =>
    pathOfWait(wait, state, paths, graphsAround(process, graphOf, state));
  return {
    ended: state.e !== undefined,
    active: [...paths.values()].filter((path) => path !== ''),
    variables: variablesOf(process, graphOf, state, paths),
    tasks: log.waits('task').flatMap((wait) => {
      const { task } = wait;
      if (task === undefined) return [];
      return {
        at: at(wait),
        name: task.name === '' || task.name === task.elementId ? null : task.name,
        assignee: task.assignee ?? null,
        candidateUsers: [...task.candidateUsers].sort(),
        candidateGroups: [...task.candidateGroups].sort(),
        priority: task.priority,
        formKey: task.formKey ?? null,
        due: task.dueDate ?? null,
        followUp: task.followUpDate ?? null,
      };
    }),
    externalTasks: log.waits('external-task').flatMap((wait) => {
      const { externalTask } = wait;
      if (externalTask === undefined) return [];
      return { at: at(wait), topic: externalTask.topic, priority: externalTask.priority };
    }),
    subscriptions: log
      .waits('message', 'signal')
      .map((wait) => ({ at: at(wait), kind: wait.kind, name: wait.name ?? '' })),
    jobs: log.waits('timer', 'continuation').map((wait) => ({
      at: at(wait),
      kind: wait.kind === 'timer' ? 'timer' : 'continuation',
      due: wait.due ?? null,
    })),
    history: historyOf(process, log),
  };
}

/** Path of what waits, by the state that it waits in. */
export function pathOfWait(
  wait: OpenWait,
  state: InstanceState,
  paths: ReadonlyMap<string, string>,
  graphAround: (token: Token) => ProcessGraph,
): string {
  const token = state.t.find(({ i }) => i === wait.token);
  if (token === undefined) throw new Error(`${wait.kind} ${wait.elementId} waits for a token that is gone`);
  if (token.h === undefined) return paths.get(`${token.i}`) ?? '';
  // An event subprocess of a called process waits inside the call activity, a boundary event of it outside.
  const host = state.t.find(({ i }) => i === token.h);
  const boundary = host !== undefined && graphAround(host).nodes[host.e]?.boundaries?.includes(token.e);
  const called = boundary === true ? undefined : paths.get(`${token.h}:called`);
  const holder = token.h === 0 ? '' : (called ?? paths.get(`${token.h}`));
  if (holder === undefined) throw new Error(`${wait.elementId} waits beside a token that is gone`);
  return waitPath(holder, token.e);
}

/** The graph that the element of a token belongs to: of the nearest process called around it. */
export function graphsAround(
  process: string,
  graphOf: GraphOf,
  state: InstanceState,
): (token: Token) => ProcessGraph {
  const byNumber = new Map(state.t.map((token) => [token.i, token]));
  const graphAround = (token: Token): ProcessGraph => {
    const parent = token.p === undefined ? undefined : byNumber.get(token.p);
    if (parent === undefined) return graphOf(process);
    return parent.c === undefined ? graphAround(parent) : graphOf(parent.c.d);
  };
  return graphAround;
}

function variablesOf(
  process: string,
  graphOf: GraphOf,
  state: InstanceState,
  paths: ReadonlyMap<string, string>,
): VariableRecord[] {
  const found: VariableRecord[] = [];
  const add = (at: string, variables: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(variables)) found.push({ at, name, value });
  };
  const byNumber = new Map(state.t.map((token) => [token.i, token]));
  const graphAround = graphsAround(process, graphOf, state);
  add('', state.v);
  for (const token of state.t) {
    if (token.h !== undefined) continue;
    const own = paths.get(`${token.i}`) ?? '';
    if (token.c !== undefined) add(`${own}/${token.c.d}`, token.l ?? {});
    const parent = token.p === undefined ? undefined : byNumber.get(token.p);
    const graph = graphAround(token);
    const isLoop = (name: string): boolean =>
      !SCOPES.has(graph.nodes[token.e]?.kind ?? 'user-task') ||
      name === 'loopCounter' ||
      name === graph.nodes[token.e]?.multiInstance?.elementVariable;
    // Camunda 7 keeps them with the body when the instances come one after the other.
    const body = parent?.m === true && isSequential(graph, token) ? (paths.get(`${parent.i}`) ?? own) : own;
    for (const [name, value] of Object.entries(ownLocals(token)))
      found.push({ at: isLoop(name) ? body : own, name, value });
  }
  return found;
}

/** Activities that have an execution of their own inside a multi-instance on Camunda 7. */
const SCOPES: ReadonlySet<NodeKind> = new Set([
  'subprocess',
  'external-task',
  'receive-task',
  'call-activity',
  'catch-event',
]);

function ownLocals(token: Token): Readonly<Record<string, unknown>> {
  return (token.c === undefined ? token.l : token.c.l) ?? {};
}

function isSequential(graph: ProcessGraph, token: Token): boolean {
  return graph.nodes[token.e]?.multiInstance?.sequential === true;
}

function historyOf(root: string, log: EffectLog): HistoryRecord[] {
  const pathOf = (number: number): string => {
    const started = log.activity(number)?.started;
    if (started === undefined) throw new Error(`activity ${number} is the parent of another but never began`);
    const id = started.elementType === 'multiInstanceBody' ? bodyId(started.elementId) : started.elementId;
    if (started.parent === undefined) return id;
    const around = log.activity(started.parent)?.started;
    const process = started.process ?? root;
    const called = process === (around?.process ?? root) ? '' : `${process}/`;
    return `${pathOf(started.parent)}/${called}${id}`;
  };
  return log.activities().map(({ started, ended, canceled }) => ({
    at: pathOf(started.activity),
    type: started.elementType,
    name: started.name ?? null,
    ended,
    canceled,
  }));
}

/** Camunda 7's id for the body of a multi-instance activity. */
function bodyId(elementId: string): string {
  return elementId.endsWith('#multiInstanceBody') ? elementId : `${elementId}#multiInstanceBody`;
}
