import type { Variables } from '../expressions/expression.ts';
import type { CallActivityNode, CallMapping } from '../model/process-graph.ts';
import { EngineError } from './engine-error.ts';
import { evaluateText, failed } from './evaluate.ts';
import { armEventSubprocesses } from './events/arm.ts';
import { handFrom, handOver } from './hand-over.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';
import { setLocalVariables, setVariables, visibleVariables } from './variable-scopes.ts';

/** Processes that may call each other, one inside the other. */
const DEEPEST_CALL = 16;

/** Puts the call activity to rest and begins the process that it calls, with nothing but what is handed in. */
export function beginCall(run: Run, node: CallActivityNode, token: Token): void {
  const origin = { elementId: node.id, attribute: 'calledElement' };
  const variables = withBusinessKey(run, token, visibleVariables(run, token));
  const key = evaluateText(node.calledElement, variables, origin);
  if (key === undefined) throw failed(origin, 'it names no process');
  const businessKey =
    node.businessKey === undefined
      ? undefined
      : evaluateText(node.businessKey, variables, { elementId: node.id, attribute: 'businessKey' });
  checkDepth(run, node, token, key);
  const { l: own, ...rest } = token;
  const version = run.context.calledVersion?.(key);
  run.rest({
    ...rest,
    l: handOver(run, node, token, node.in),
    c: {
      d: key,
      ...(businessKey !== undefined && { b: businessKey }),
      ...(version !== undefined && { v: version }),
      ...(own !== undefined && { l: own }),
    },
  });
  noteCall(run, token, key, businessKey, version);
  const names = Object.keys(run.latest(token).l ?? {});
  if (names.length > 0) run.emit({ type: 'variables-changed', names, activity: token.i });
  const graph = run.graphIn(token.i);
  if (graph.start === '') throw failed(origin, `the process "${key}" only starts at events`);
  armEventSubprocesses(run, token.i, graph.eventSubprocesses);
  run.addAlive(token.i, 1);
  run.schedule({ type: 'enter', elementId: graph.start, parent: token.i });
}

/** Hands the results of the called process, which has ended, out; gives the token of the call activity alone. */
export function endCall(run: Run, node: CallActivityNode, token: Token): Token {
  const results = token.l ?? {};
  const { c: called, l: _, ...rest } = token;
  const alone: Token = { ...rest, ...(called?.l !== undefined && { l: called.l }) };
  run.rest(alone);
  const isLocal = (mapping: CallMapping) => mapping.local === true;
  const outside = node.out.filter((mapping) => !isLocal(mapping));
  setVariables(run, alone, handFrom(node, outside, results, results));
  const inside = handFrom(node, node.out.filter(isLocal), results, results);
  if (Object.keys(inside).length > 0) setLocalVariables(run, alone, inside);
  return run.latest(alone);
}

/** `#{execution.processBusinessKey}` is how Camunda 7 hands the business key on; it is kept as `#{processBusinessKey}`. */
function withBusinessKey(run: Run, token: Token, variables: Variables): Variables {
  const call = run.calledAround(token.p);
  const key = call === undefined ? run.businessKey : call.c?.b;
  return { ...variables, processBusinessKey: key ?? null };
}

function checkDepth(run: Run, node: CallActivityNode, token: Token, key: string): void {
  let depth = 1;
  for (let at = run.calledAround(token.p); at !== undefined; at = run.calledAround(at.p)) depth += 1;
  if (depth <= DEEPEST_CALL) return;
  const message = `"${node.id}" calls "${key}" ${depth} levels deep; at most ${DEEPEST_CALL} are possible. Look for processes that call each other`;
  throw new EngineError('INSTANCE_LIMIT', message, node.id);
}

/** The activity's start, reported before its inputs were mapped, learns what it calls. */
function noteCall(
  run: Run,
  token: Token,
  process: string,
  businessKey: string | undefined,
  version: string | undefined,
): void {
  const at = run.effects.findLastIndex(
    (effect) => effect.type === 'activity-started' && effect.activity === token.i,
  );
  const started = run.effects[at];
  if (started?.type !== 'activity-started') return;
  run.effects[at] = {
    ...started,
    calls: {
      process,
      ...(businessKey !== undefined && { businessKey }),
      ...(version !== undefined && { version }),
    },
  };
}
