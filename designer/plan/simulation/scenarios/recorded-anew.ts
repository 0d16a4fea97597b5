import { recordAnew } from '@oneplan/runtime/simulation/scenarios/record-anew.ts';
import type { Scenario } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import type { SimulatedProcess } from '../session/simulated-process.ts';
import type { ReplayResult } from './replay-results.ts';

/** A scenario that goes otherwise, with the way that the draft takes now; undefined: its steps can not be taken any more. */
export function recordedAnew(
  { plan, context }: SimulatedProcess,
  { from: { file }, scenario, finding }: ReplayResult,
): Scenario | undefined {
  const process = plan.processes.get(file.process);
  if (process === undefined || finding?.difference?.in === 'answer') return undefined;
  const { scenarios: _, ...begin } = file;
  return recordAnew(process.graph, context, begin, scenario);
}
