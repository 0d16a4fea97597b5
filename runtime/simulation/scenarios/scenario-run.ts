import { openWaits, type Wait } from '../../engine/active-elements.ts';
import type { Command } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';
import { EngineError } from '../../engine/engine-error.ts';
import type { InstanceState } from '../../engine/instance-state.ts';
import { type StepContext, step } from '../../engine/step.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import { durationMilliseconds } from '../../plan/duration.ts';
import type { ScenarioStep } from './scenario-file.ts';

/** Why a step cannot be taken. */
export type Refusal =
  | { readonly why: 'nothing-waits'; readonly element: string; readonly waiting: readonly string[] }
  | {
      readonly why: 'not-for-role';
      readonly element: string;
      readonly role: string;
      readonly roles: readonly string[];
    }
  | { readonly why: 'step-fails'; readonly element: string; readonly reason: string };

/** What the interpreter is handed beside the time. */
export type ScenarioContext = Omit<StepContext, 'now'>;

/** Told of everything that the steps of a run bring about, in order, with the time of the run. */
export type EffectWatch = (effect: Effect, now: number) => void;

const MOST_TIMERS = 1_000;

/** One run of a process on the interpreter, with a clock that moves only when the run waits. */
export class ScenarioRun {
  readonly #graph: ProcessGraph;
  readonly #context: ScenarioContext;
  readonly #timers = new Map<number, number>();
  readonly #roles = new Map<number, readonly string[]>();
  readonly #effects: Effect[] = [];
  readonly #watch: EffectWatch;
  #now: number;
  #state: InstanceState | null = null;

  constructor(graph: ProcessGraph, context: ScenarioContext, begin: number, watch: EffectWatch = () => {}) {
    this.#graph = graph;
    this.#context = context;
    this.#now = begin;
    this.#watch = watch;
  }

  /** Ids of the activities of the process itself, in the order in which they have started. */
  get started(): readonly string[] {
    return this.#effects.flatMap((effect) =>
      effect.type === 'activity-started' && effect.process === undefined ? effect.elementId : [],
    );
  }

  /** All that the interpreter has told, in order: tasks with their forms and roles, timers, variables. */
  get effects(): readonly Effect[] {
    return this.#effects;
  }

  get end(): 'completed' | 'cancelled' | 'waiting' {
    return this.#state?.e ?? 'waiting';
  }

  get now(): number {
    return this.#now;
  }

  get state(): InstanceState | null {
    return this.#state;
  }

  /** When the timers that are set come due, by token. */
  get timers(): ReadonlyMap<number, number> {
    return this.#timers;
  }

  /** What can be answered now. */
  waits(): readonly Wait[] {
    return this.#state === null ? [] : openWaits(this.#graph, this.#state, this.#context.calledProcess);
  }

  start(variables: Readonly<Record<string, unknown>>): Refusal | undefined {
    return this.#send({ type: 'start', variables }, this.#graph.start);
  }

  take(it: ScenarioStep): Refusal | undefined {
    if ('wait' in it) return this.#wait(durationMilliseconds(it.wait));
    if ('complete' in it) {
      const wait = this.#waitAt(it.complete, ['complete-user-task']);
      if (wait === undefined) return this.#nothingWaits(it.complete);
      const roles = this.#roles.get(wait.token) ?? [];
      if (it.as !== undefined && roles.length > 0 && !roles.includes(it.as))
        return { why: 'not-for-role', element: it.complete, role: it.as, roles };
      return this.#send(
        { type: 'complete-user-task', token: wait.token, variables: it.variables },
        it.complete,
      );
    }
    if ('work' in it) return this.#answer(it.work, ['complete-external-task'], it.variables ?? {});
    if ('occurs' in it)
      return this.#answer(it.occurs, ['deliver-message', 'deliver-signal'], it.variables ?? {});
    const at = this.#waitAt(it.error, ['complete-user-task', 'complete-external-task']);
    if (at === undefined) return this.#nothingWaits(it.error);
    return this.#send({ type: 'throw-error', token: at.token, code: it.code }, it.error);
  }

  #answer(
    element: string,
    answers: readonly ('complete-external-task' | 'deliver-message' | 'deliver-signal')[],
    variables: Readonly<Record<string, unknown>>,
  ): Refusal | undefined {
    const wait = this.#waitAt(element, answers);
    const type = answers.find((answer) => answer === wait?.answer);
    if (wait === undefined || type === undefined) return this.#nothingWaits(element);
    return this.#send({ type, token: wait.token, variables }, element);
  }

  #waitAt(element: string, answers: readonly Wait['answer'][]): Wait | undefined {
    return this.waits().find(({ elementId, answer }) => elementId === element && answers.includes(answer));
  }

  #nothingWaits(element: string): Refusal {
    return {
      why: 'nothing-waits',
      element,
      waiting: [...new Set(this.waits().map(({ elementId }) => elementId))],
    };
  }

  /** Lets timers fire in the order in which they come due, those that are set meanwhile as well. */
  #wait(milliseconds: number): Refusal | undefined {
    const until = this.#now + milliseconds;
    for (let fired = 0; fired < MOST_TIMERS; fired += 1) {
      const [next] = [...this.#timers].sort(([, a], [, b]) => a - b);
      if (next === undefined || next[1] > until) break;
      const [token, due] = next;
      this.#now = Math.max(this.#now, due);
      const element = this.#state?.t.find(({ i }) => i === token)?.e ?? '';
      const refusal = this.#send({ type: 'fire-timer', token }, element);
      if (refusal !== undefined) return refusal;
    }
    this.#now = until;
    return undefined;
  }

  #send(command: Command, element: string): Refusal | undefined {
    try {
      for (let next: Command | undefined = command; next !== undefined; next = this.#nextJob()) {
        const result = step(this.#graph, this.#state, next, { ...this.#context, now: this.#now });
        this.#state = result.state;
        for (const effect of result.effects) this.#note(effect);
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { why: 'step-fails', element: error.elementId ?? element, reason: error.message };
    }
  }

  /** Save points mean nothing to a scenario: their jobs run at once. */
  #nextJob(): Command | undefined {
    const job = this.waits().find(({ answer }) => answer === 'run-job');
    return job && { type: 'run-job', token: job.token };
  }

  #note(effect: Effect): void {
    this.#effects.push(effect);
    this.#watch(effect, this.#now);
    switch (effect.type) {
      case 'timer-created':
        this.#timers.set(effect.token, effect.dueAt);
        return;
      case 'timer-ended':
        this.#timers.delete(effect.token);
        return;
      case 'user-task-created':
        this.#roles.set(effect.token, effect.candidateGroups);
        return;
      default:
    }
  }
}
