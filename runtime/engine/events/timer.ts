import { isDynamicText } from '../../model/checked-values.ts';
import type { GraphNode, TimerDefinition } from '../../model/process-graph.ts';
import {
  firstOccurrence,
  type Occurrence,
  occurrenceAfter,
  parseRepetition,
  type Repetition,
} from '../../model/repetition.ts';
import { evaluateDue, evaluateText, failed, type Origin } from '../evaluate.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { visibleVariables } from '../variable-scopes.ts';
import { calendarOf } from './calendar.ts';

/** Puts a token to rest until a point in time. It never fires by itself: whoever keeps the time sends `fire-timer`. */
export function openTimer(
  run: Run,
  node: GraphNode,
  token: Token,
  timer: TimerDefinition,
  seer: Token,
): void {
  if (timer.cycle !== undefined) {
    openRepetition(run, node, token, timer.cycle, seer);
    return;
  }
  const attribute = timer.duration === undefined ? 'timeDate' : 'timeDuration';
  const origin = { elementId: node.id, attribute };
  const source = timer.duration ?? timer.date ?? '';
  const dueAt = evaluateDue(source, visibleVariables(run, seer), run.now, origin, calendarOf(run, node));
  if (dueAt === undefined) throw failed(origin, 'the timer has no due date');
  wait(run, node, token, dueAt);
}

/** A repetition is evaluated once, when it is set up; without an occurrence to come there is nothing to wait for. */
function openRepetition(run: Run, node: GraphNode, token: Token, source: string, seer: Token): void {
  const origin = { elementId: node.id, attribute: 'timeCycle' };
  const text = evaluateText(source, visibleVariables(run, seer), origin)?.trim() ?? '';
  const first = firstOccurrence(repetition(text, origin), run.now, calendarOf(run, node));
  if (first !== undefined)
    waitRepeating(run, node, { ...token, ...(isDynamicText(source) && { s: text }) }, first);
}

/**
 * Sets up the occurrence that follows the one for which a repeating timer has fired, as a token of its own. The one
 * that fires before its time stays due (Camunda 7 counts by the clock, not by the firing).
 */
export function repeatTimer(run: Run, node: GraphNode, fired: Token, timer: TimerDefinition): void {
  if (timer.cycle === undefined || fired.d === undefined) return;
  const origin = { elementId: node.id, attribute: 'timeCycle' };
  const { period } = repetition(fired.s ?? timer.cycle, origin);
  const last: Occurrence = { due: fired.d, left: fired.r ?? -1 };
  const next = occurrenceAfter(last, period, run.now, calendarOf(run, node));
  if (next !== undefined) waitRepeating(run, node, { ...fired, i: run.number() }, next);
}

function waitRepeating(run: Run, node: GraphNode, token: Token, { due, left }: Occurrence): void {
  wait(run, node, { ...token, d: due, r: left }, due);
}

function wait(run: Run, node: GraphNode, token: Token, dueAt: number): void {
  run.rest(token);
  run.emit({
    type: 'timer-created',
    token: token.i,
    elementId: node.id,
    dueAt,
    ...(node.retryCycle !== undefined && { retryCycle: node.retryCycle }),
  });
}

function repetition(text: string, origin: Origin): Repetition {
  const found = parseRepetition(text);
  if (found !== undefined) return found;
  throw failed(
    origin,
    `"${text}" is not a repeating interval such as R3/PT10M, R/P1D or R2/2026-09-01T08:00:00+08:00/P1D`,
  );
}
