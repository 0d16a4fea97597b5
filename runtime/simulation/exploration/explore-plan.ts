import type { StepContext } from '../../engine/step.ts';
import type { FormUnderCheck, PlanUnderCheck } from '../../plan/checks/plan-under-check.ts';
import type { PlanProcess } from '../../plan/manifest.ts';
import { planPieces } from '../plan-pieces.ts';
import { decidingValues } from './deciding-values.ts';
import type { Exploration } from './exploration.ts';
import { exploreProcess } from './explore-process.ts';
import { answersAt, startsOf, workerAnswers } from './sample-values.ts';
import { unfilledFields } from './unfilled-fields.ts';

/**
 * Explores every process of a plan, by key: started with the plan's parameters, answered with every value that the forms
 * offer. `context` gives the time and the calendar; processes call each other, and ask decisions, as the plan has them.
 */
export function explorePlan(
  plan: PlanUnderCheck,
  context: StepContext,
  budget?: number,
): ReadonlyMap<string, Exploration> {
  const within: StepContext = { ...context, ...planPieces(plan) };
  return new Map(
    plan.manifest.processes.flatMap((process): [string, Exploration][] => {
      const exploration = exploreOne(plan, process, within, budget);
      return exploration === undefined ? [] : [[process.key, exploration]];
    }),
  );
}

function exploreOne(
  { manifest, forms, processes }: PlanUnderCheck,
  process: PlanProcess,
  context: StepContext,
  budget: number | undefined,
): Exploration | undefined {
  const graph = processes.get(process.key)?.graph;
  if (graph === undefined) return undefined;
  const deciding = decidingValues(graph);
  const records = manifest.records.flatMap(({ form, process: key }) => (key === process.key ? form : []));
  const formsAt = (element: string): readonly FormUnderCheck[] => {
    const own = process.steps.find((it) => it.element === element)?.form?.key;
    return (own === undefined ? records : [own]).flatMap((key) => forms.get(key) ?? []);
  };
  const answersOf = (element: string) =>
    graph.nodes[element]?.kind === 'external-task'
      ? workerAnswers(graph, element, deciding)
      : answersAt(process, element, formsAt(element), deciding);
  const exploration = exploreProcess({
    graph,
    context,
    starts: startsOf(manifest, process),
    answers: (element) => answersOf(element).values,
    answersCut: Object.keys(graph.nodes).some((element) => answersOf(element).cut),
    roles: new Set([
      ...manifest.roles.map(({ key }) => key),
      ...(manifest.groups ?? []).map(({ kind }) => `group:${kind}`),
    ]),
    ...(budget !== undefined && { budget }),
  });
  return {
    ...exploration,
    findings: [...unfilledFields(process, formsAt, deciding), ...exploration.findings],
  };
}
