import type { ProcessGraph } from '../../model/process-graph.ts';
import { beginOf, type Scenario, type ScenarioFile, type ScenarioStep } from './scenario-file.ts';
import { type Refusal, type ScenarioContext, ScenarioRun } from './scenario-run.ts';

/** Takes down what somebody does in a simulation, so that it can be played again. */
export class ScenarioRecorder {
  readonly run: ScenarioRun;
  readonly #file: Omit<ScenarioFile, 'scenarios'>;
  readonly #steps: ScenarioStep[] = [];

  /** Begins the run. `begin` names the process, its start variables and the time. */
  constructor(graph: ProcessGraph, context: ScenarioContext, begin: Omit<ScenarioFile, 'scenarios'>) {
    this.#file = begin;
    this.run = new ScenarioRun(graph, context, beginOf(begin));
    const refusal = this.run.start(begin.start);
    if (refusal !== undefined)
      throw new RangeError(`The process cannot be started: ${JSON.stringify(refusal)}`);
  }

  /** Takes a step and notes it down; one that is refused is neither taken nor noted. */
  take(step: ScenarioStep): Refusal | undefined {
    const refusal = this.run.take(step);
    if (refusal === undefined) this.#steps.push(step);
    return refusal;
  }

  /** What has been done so far, as one scenario. */
  scenario(name: string): Scenario {
    return { name, steps: [...this.#steps], path: [...this.run.started], end: this.run.end };
  }

  /** The same as a file of its own, or added to one that begins alike. */
  file(name: string, others: readonly Scenario[] = []): ScenarioFile {
    return { ...this.#file, scenarios: [...others, this.scenario(name)] };
  }
}
