import { activeElements } from '@oneplan/runtime/engine/active-elements.ts';
import type { Effect } from '@oneplan/runtime/engine/effect.ts';
import type { ScenarioStep } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { type Refusal, ScenarioRun } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';
import { elementName, type SimulatedProcess } from './simulated-process.ts';
import { type Beginning, startVariables } from './start-variables.ts';
import type { SimulatedRecord } from './step-form.ts';
import { type Waiting, WaitNotes } from './waiting.ts';

/** Something that was done: the step, and what it made of the record. */
export interface Move {
  readonly step: ScenarioStep;
  readonly record?: SimulatedRecord;
}

/** One line of the history: what was done or happened by itself, and what that led to. */
export interface HistoryLine {
  /** the move that it belongs to; -1 is the start */
  readonly move: number;
  readonly at: number;
  readonly what: 'started' | 'completed' | 'worked' | 'error' | 'occurred' | 'waited' | 'timer';
  readonly element?: string;
  readonly name?: string;
  readonly as?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  /** names of the activities and events that were come to */
  readonly reached: readonly string[];
}

/** A run as it stands after its moves. */
export interface Played {
  readonly now: number;
  readonly end: 'completed' | 'cancelled' | 'waiting';
  readonly variables: Readonly<Record<string, unknown>>;
  readonly record: SimulatedRecord | undefined;
  readonly waiting: readonly Waiting[];
  readonly history: readonly HistoryLine[];
  /** ids of the flow elements where the run stands; those that it has left; the sequence flows that it took */
  readonly active: readonly string[];
  readonly finished: readonly string[];
  readonly flows: readonly string[];
  /** ids of the activities of the flow itself, in the order in which they started */
  readonly path: readonly string[];
}

export type Playing =
  | { readonly ok: true; readonly played: Played }
  | { readonly ok: false; readonly move: number; readonly refusal: Refusal };

/**
 * Plays a flow from its beginning through the moves given, on the interpreter that runs it on the server. Pure: the same
 * moves lead to the same place, which is how a step is taken back.
 */
export function play(process: SimulatedProcess, beginning: Beginning, moves: readonly Move[]): Playing {
  const notes = new WaitNotes();
  const trail = new Trail(process);
  const run = new ScenarioRun(process.graph, process.context, beginning.at, (effect, now) => {
    notes.take(effect);
    trail.take(effect, now);
  });
  trail.begin({ move: -1, at: run.now, what: 'started', reached: [] });
  const refusal = run.start(startVariables(process, beginning));
  if (refusal !== undefined) return { ok: false, move: -1, refusal };
  let record = beginning.record;
  for (const [move, { step, record: after }] of moves.entries()) {
    const called = notes.open(process, run).find(({ element }) => element === elementOf(step));
    trail.begin(lineOf(move, run.now, step, called?.name));
    const refused = run.take(step);
    if (refused !== undefined) return { ok: false, move, refusal: refused };
    record = after ?? record;
  }
  const { state } = run;
  return {
    ok: true,
    played: {
      now: run.now,
      end: run.end,
      variables: state?.v ?? {},
      record,
      waiting: notes.open(process, run),
      history: trail.lines,
      active: state === null ? [] : activeElements(state),
      finished: [...trail.finished],
      flows: [...trail.flows],
      path: [...run.started],
    },
  };
}

function elementOf(step: ScenarioStep): string | undefined {
  if ('complete' in step) return step.complete;
  if ('work' in step) return step.work;
  if ('error' in step) return step.error;
  return 'occurs' in step ? step.occurs : undefined;
}

function lineOf(move: number, at: number, step: ScenarioStep, name: string | undefined): HistoryLine {
  const element = elementOf(step);
  const line = { move, at, reached: [], ...(element !== undefined && { element, name: name ?? element }) };
  if ('complete' in step)
    return { ...line, what: 'completed', values: step.variables, ...(step.as && { as: step.as }) };
  if ('work' in step) return { ...line, what: 'worked' };
  if ('error' in step) return { ...line, what: 'error', values: { error: step.code } };
  return { ...line, what: 'occurs' in step ? 'occurred' : 'waited' };
}

/** What a run has passed, for the picture and the history. */
class Trail {
  readonly lines: HistoryLine[] = [];
  readonly finished = new Set<string>();
  readonly flows = new Set<string>();
  readonly #process: SimulatedProcess;
  readonly #elements = new Map<number, string>();

  constructor(process: SimulatedProcess) {
    this.#process = process;
  }

  begin(line: HistoryLine): void {
    this.lines.push(line);
  }

  take(effect: Effect, now: number): void {
    switch (effect.type) {
      case 'timer-ended':
        if (effect.reason === 'completed') this.#fired(effect.elementId, now);
        return;
      case 'activity-started':
        if (effect.process !== undefined) return;
        this.#elements.set(effect.activity, effect.elementId);
        this.#came(effect.elementId);
        return;
      case 'activity-ended': {
        const element = this.#elements.get(effect.activity);
        if (element !== undefined) this.finished.add(element);
        return;
      }
      case 'sequence-flow-taken':
        this.flows.add(effect.id);
        return;
      default:
    }
  }

  #fired(element: string, at: number): void {
    const move = this.lines.at(-1)?.move ?? -1;
    const name = elementName(this.#process, element);
    this.lines.push({ move, at, what: 'timer', element, name, reached: [] });
  }

  #came(element: string): void {
    const name = this.#process.graph.nodes[element]?.name;
    const last = this.lines.pop();
    if (last === undefined) return;
    this.lines.push(name === undefined ? last : { ...last, reached: [...last.reached, name] });
  }
}
