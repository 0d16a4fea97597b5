import { openWaits, type Wait } from '../../engine/active-elements.ts';
import type { Command } from '../../engine/command.ts';
import type { Effect, UserTaskCreated } from '../../engine/effect.ts';
import { EngineError } from '../../engine/engine-error.ts';
import { type StepContext, step } from '../../engine/step.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import { withoutMoreAlike } from './alike-tokens.ts';
import { errorCodesAround } from './error-codes.ts';
import type { Decided, Exploration, ExplorationFinding, Unexplored } from './exploration.ts';
import { type Explored, ExploredStates, passedBy, wayTo } from './explored-states.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface ProcessToExplore {
  readonly graph: ProcessGraph;
  /** what the step is handed; the clock stands still */
  readonly context: StepContext;
  /** variables with which an instance may be started */
  readonly starts: readonly Values[];
  /** what people may answer at a user task, or a worker at an external task; nothing: {} */
  readonly answers?: (element: string) => readonly Values[];
  /** roles that some person of the plan has; absent: any */
  readonly roles?: ReadonlySet<string>;
  /** steps of the interpreter that may be tried; 5,000 unless given */
  readonly budget?: number;
  /** the answers given leave some out */
  readonly answersCut?: boolean;
}

const DEFAULT_BUDGET = 5_000;

/**
 * Plays every path of a process on the interpreter that runs it: at each wait every answer is given, every timer fires,
 * every message comes. States from which the same can happen are looked at once, so that loops end. Pure.
 *
 * When the budget does not suffice, `unexplored` says so and nothing is claimed about what was not found.
 */
export function exploreProcess(process: ProcessToExplore): Exploration {
  return new Search(process).run();
}

class Search {
  readonly #process: ProcessToExplore;
  readonly #states = new ExploredStates();
  readonly #unexplored = new Set<Unexplored>();
  readonly #reached = new Set<string>();
  readonly #findings = new Map<string, ExplorationFinding>();
  #steps = 0;

  constructor(process: ProcessToExplore) {
    this.#process = process;
    if (process.answersCut === true) this.#unexplored.add('answers');
  }

  run(): Exploration {
    for (const start of this.#process.starts)
      for (const command of this.#startCommands(start)) this.#try(undefined, command, '', start);
    for (const explored of this.#states.all) this.#goOn(explored);
    const { graph } = this.#process;
    const unreached = Object.keys(graph.nodes).filter((id) => !this.#reached.has(id));
    if (this.#unexplored.size === 0) this.#judge(unreached);
    return {
      findings: [...this.#findings.values()],
      unexplored: [...this.#unexplored],
      reached: this.#reached,
      unreached,
      states: this.#states.all.length,
      steps: this.#steps,
    };
  }

  #startCommands(variables: Values): readonly Command[] {
    const { start, eventStarts = [] } = this.#process.graph;
    const atEvents = eventStarts.map((startEventId): Command => ({ type: 'start', variables, startEventId }));
    return start === '' ? atEvents : [{ type: 'start', variables }, ...atEvents];
  }

  #goOn(explored: Explored): void {
    if (explored.state.e !== undefined) return;
    const { graph, context } = this.#process;
    for (const wait of openWaits(graph, explored.state, context.calledProcess))
      for (const { command, values } of this.#commandsFor(wait))
        this.#try(explored, command, wait.elementId, values);
  }

  #commandsFor({ token, answer, elementId }: Wait): readonly { command: Command; values: Values }[] {
    if (answer === 'fire-timer' || answer === 'run-job')
      return [{ command: { type: answer, token }, values: {} }];
    if (answer !== 'complete-user-task' && answer !== 'complete-external-task')
      return [{ command: { type: answer, token, variables: {} }, values: {} }];
    const answers = this.#process.answers?.(elementId) ?? [];
    const completions = (answers.length === 0 ? [{}] : answers).map((values) => ({
      command: { type: answer, token, variables: values } as const,
      values,
    }));
    const errors = errorCodesAround(this.#process.graph, elementId).map((code) => ({
      command: { type: 'throw-error', token, code } as const,
      values: { error: code },
    }));
    return [...completions, ...errors];
  }

  #try(from: Explored | undefined, command: Command, element: string, values: Values): void {
    if (this.#steps >= (this.#process.budget ?? DEFAULT_BUDGET)) {
      this.#unexplored.add('steps');
      return;
    }
    this.#steps += 1;
    const { graph, context } = this.#process;
    const decided: Decided = { element, values };
    try {
      const { state, effects } = step(graph, from?.state ?? null, command, context);
      for (const id of passedBy(effects)) this.#reached.add(id);
      this.#lookForPerformers(effects, decided, from);
      const kept = withoutMoreAlike(graph, state);
      if (kept === undefined) this.#unexplored.add('repetition');
      else this.#states.add(kept, decided, effects, from);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const at = error.elementId ?? element;
      this.#report(
        'step-fails',
        at,
        error.message,
        { code: error.code, reason: error.message },
        decided,
        from,
      );
    }
  }

  #lookForPerformers(effects: readonly Effect[], decided: Decided, from: Explored | undefined): void {
    for (const effect of effects) {
      if (effect.type !== 'user-task-created' || this.#hasPerformer(effect)) continue;
      const groups = effect.candidateGroups.join(', ');
      const message =
        groups === ''
          ? `Nobody is named for “${effect.name}”.`
          : `“${effect.name}” is for ${groups}, which nobody of the plan is.`;
      const params = { name: effect.name, roles: groups };
      this.#report(
        'task-without-performer',
        effect.elementId,
        message,
        params,
        decided,
        from,
        passedBy(effects),
      );
    }
  }

  #hasPerformer({ assignee, candidateUsers, candidateGroups }: UserTaskCreated): boolean {
    const { roles } = this.#process;
    if (assignee !== undefined || candidateUsers.length > 0) return true;
    return candidateGroups.some((role) => roles === undefined || roles.has(role));
  }

  #report(
    rule: ExplorationFinding['rule'],
    element: string,
    message: string,
    params: ExplorationFinding['params'],
    decided: Decided,
    from: Explored | undefined,
    passed: readonly string[] = [],
  ): void {
    const key = `${rule} ${element}`;
    if (this.#findings.has(key)) return;
    const way = from === undefined ? { path: [], decisions: [] } : wayTo(from);
    const path = [...way.path, ...passed];
    this.#findings.set(key, { rule, element, path, decisions: [...way.decisions, decided], message, params });
  }

  /** What can be said once everything has been explored. */
  #judge(unreached: readonly string[]): void {
    for (const id of unreached) {
      const name = this.#process.graph.nodes[id]?.name ?? id;
      const none: Decided = { element: '', values: {} };
      this.#report('never-reached', id, `No path comes to “${name}”.`, { name }, none, undefined);
    }
    const ended = this.#states.all.filter(({ state }) => state.e !== undefined);
    const failures = [...this.#findings.values()].filter(({ rule }) => rule === 'step-fails');
    const failed = new Set(failures.map(({ decisions }) => decisions.at(-1)?.element));
    for (const stuck of this.#states.cutOff(new Set(ended.map(({ number }) => number)))) {
      const at = [...new Set(stuck.state.t.filter(({ h }) => h === undefined).map(({ e }) => e))];
      if (at.some((id) => failed.has(id))) continue;
      const [element = ''] = at;
      const name = this.#process.graph.nodes[element]?.name ?? element;
      const loops = stuck.next.size > 0;
      const message = loops
        ? `From “${name}” on the process goes round for ever: no answer leads to an end.`
        : `The process stops at “${name}” and never goes on: nothing can happen there any more.`;
      const rule = loops ? 'dead-loop' : 'without-end';
      if (this.#findings.has(`${rule} ${element}`)) continue;
      const { path, decisions } = wayTo(stuck);
      this.#findings.set(`${rule} ${element}`, { rule, element, path, decisions, message, params: { name } });
    }
  }
}
