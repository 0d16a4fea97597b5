import type { ProcessGraph } from '../../model/process-graph.ts';
import { beginOf, type Scenario, type ScenarioFile, type ScenarioStep } from './scenario-file.ts';
import { type Refusal, type ScenarioContext, ScenarioRun } from './scenario-run.ts';

/** Where a run first went otherwise than it was recorded. `step` counts from 0; -1 is the start. */
export type Difference = { readonly step: number } & (
  | { readonly in: 'path'; readonly expected: string | undefined; readonly found: string | undefined }
  | { readonly in: 'end'; readonly expected: string; readonly found: string }
  | { readonly in: 'answer'; readonly element: string; readonly variable: string; readonly value: unknown }
  | ({ readonly in: 'step' } & Refusal)
);

/** A variable that a person can no longer answer as recorded, when the plan's forms say so. */
export type AnswerCheck = (
  step: Extract<ScenarioStep, { complete: string }>,
) => { readonly variable: string; readonly value: unknown } | undefined;

/** Plays a scenario again. Undefined: it goes as recorded, step by step. Pure. */
export function replayScenario(
  graph: ProcessGraph,
  context: ScenarioContext,
  file: Pick<ScenarioFile, 'start' | 'startsAt'>,
  scenario: Scenario,
  answer: AnswerCheck = () => undefined,
): Difference | undefined {
  const run = new ScenarioRun(graph, context, beginOf(file));
  const refused = run.start(file.start);
  const atStart =
    refused === undefined ? onPath(run, scenario, -1) : { step: -1, in: 'step' as const, ...refused };
  if (atStart !== undefined) return atStart;
  for (const [step, it] of scenario.steps.entries()) {
    const odd = 'complete' in it ? answer(it) : undefined;
    if (odd !== undefined && 'complete' in it) return { step, in: 'answer', element: it.complete, ...odd };
    const refusal = run.take(it);
    if (refusal !== undefined) return { step, in: 'step', ...refusal };
    const off = onPath(run, scenario, step);
    if (off !== undefined) return off;
  }
  const step = scenario.steps.length - 1;
  const missing = scenario.path[run.started.length];
  if (missing !== undefined) return { step, in: 'path', expected: missing, found: undefined };
  return run.end === scenario.end ? undefined : { step, in: 'end', expected: scenario.end, found: run.end };
}

/** The first activity that was started instead of another one. */
function onPath({ started }: ScenarioRun, { path }: Scenario, step: number): Difference | undefined {
  const at = started.findIndex((element, index) => element !== path[index]);
  return at < 0 ? undefined : { step, in: 'path', expected: path[at], found: started[at] };
}
