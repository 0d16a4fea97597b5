import type { NodeKind, ProcessGraph } from '../model/process-graph.ts';
import type { CommandType } from './command.ts';
import { triggerOf } from './events/trigger-of.ts';
import type { InstanceState, Token } from './instance-state.ts';
import type { StepContext } from './run.ts';

/** One thing that an instance waits for. */
export interface Wait {
  readonly token: number;
  readonly elementId: string;
  readonly kind: NodeKind;
  /** the command that answers it */
  readonly answer: Extract<
    CommandType,
    | 'complete-user-task'
    | 'complete-external-task'
    | 'fire-timer'
    | 'deliver-message'
    | 'deliver-signal'
    | 'run-job'
  >;
}

/**
 * Ids of the elements at which an instance stands, each once, for marking them in a diagram: tasks, catch
 * events, joins and the subprocesses around them. Events that wait beside others are left out, and what stands in a
 * called process, which has a diagram of its own.
 */
export function activeElements(state: InstanceState): readonly string[] {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const own = state.t.filter((token) => token.h === undefined && callAround(tokens, token) === undefined);
  return [...new Set(own.map((token) => token.e))];
}

/**
 * Everything that a command can answer: tasks, timers, messages, signals and jobs, those that wait beside others too.
 * What called processes wait for is there as well when their graphs are handed in.
 */
export function openWaits(
  graph: ProcessGraph,
  state: InstanceState,
  calledProcess?: StepContext['calledProcess'],
): readonly Wait[] {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  return state.t.flatMap((token) => {
    const call = callAround(tokens, token);
    const around = call === undefined ? graph : calledProcess?.(call);
    return (around && waitOf(around, token)) ?? [];
  });
}

/** Key of the called process that a token stands in. */
function callAround(tokens: ReadonlyMap<number, Token>, token: Token): string | undefined {
  let at = token.p === undefined ? undefined : tokens.get(token.p);
  while (at !== undefined && at.c === undefined) at = at.p === undefined ? undefined : tokens.get(at.p);
  return at?.c?.d;
}

const DELIVERED = {
  timer: 'fire-timer',
  message: 'deliver-message',
  signal: 'deliver-signal',
  error: undefined,
  escalation: undefined,
} as const;

function waitOf(graph: ProcessGraph, token: Token): Wait | undefined {
  const node = graph.nodes[token.e];
  if (node === undefined) return undefined;
  const answer = answerTo(node, token);
  return answer && { token: token.i, elementId: token.e, kind: node.kind, answer };
}

function answerTo(node: ProcessGraph['nodes'][string], token: Token): Wait['answer'] | undefined {
  if (token.a !== undefined) return 'run-job';
  if (token.m !== undefined) return undefined;
  if (node.kind === 'user-task') return 'complete-user-task';
  if (node.kind === 'external-task') return 'complete-external-task';
  const trigger = triggerOf(node);
  return trigger && DELIVERED[trigger.on];
}
