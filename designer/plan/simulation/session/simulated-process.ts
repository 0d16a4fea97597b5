import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { PlanProcess, PlanRecord } from '@oneplan/runtime/plan/manifest.ts';
import { planPieces } from '@oneplan/runtime/simulation/plan-pieces.ts';
import type { ScenarioContext } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';

/** A flow of a draft with everything that the interpreter needs to play it. */
export interface SimulatedProcess {
  readonly plan: PlanUnderCheck;
  readonly entry: PlanProcess;
  readonly graph: ProcessGraph;
  readonly xml: string;
  /** forms whose records start the flow; empty: it starts without a record */
  readonly records: readonly PlanRecord[];
  readonly context: ScenarioContext;
}

/** Undefined when the plan has no such flow, or it cannot be executed. */
export function simulatedProcess(
  plan: PlanUnderCheck,
  key: string,
  timeZone: string,
): SimulatedProcess | undefined {
  const entry = plan.manifest.processes.find((process) => process.key === key);
  const process = plan.processes.get(key);
  if (entry === undefined || process === undefined) return undefined;
  return {
    plan,
    entry,
    graph: process.graph,
    xml: process.xml,
    records: plan.manifest.records.filter((record) => record.process === key),
    context: {
      calendar: calendarOf(plan.manifest, timeZone),
      ...planPieces(plan),
    },
  };
}

/** The flow that an element stands in: the simulated one, or one that it calls. */
export function processAround(process: SimulatedProcess, called: string | undefined): SimulatedProcess {
  if (called === undefined || called === process.entry.key) return process;
  const entry = process.plan.manifest.processes.find(({ key }) => key === called);
  const around = process.plan.processes.get(called);
  return entry && around ? { ...process, entry, graph: around.graph, xml: around.xml } : process;
}

/** What people call an element; its id where it has no name. */
export function elementName({ graph }: Pick<SimulatedProcess, 'graph'>, id: string): string {
  return graph.nodes[id]?.name?.trim() || id;
}
