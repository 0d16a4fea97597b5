import type { ProcessGraph } from '../../model/process-graph.ts';
import type { Scenario, ScenarioFile } from './scenario-file.ts';
import { ScenarioRecorder } from './scenario-recorder.ts';
import type { ScenarioContext } from './scenario-run.ts';

/**
 * A scenario with the same steps, recorded on the flow as it is now. Undefined when the steps can not be taken any
 * more: then somebody has to play it again.
 */
export function recordAnew(
  graph: ProcessGraph,
  context: ScenarioContext,
  begin: Omit<ScenarioFile, 'scenarios'>,
  scenario: Scenario,
): Scenario | undefined {
  try {
    const recorder = new ScenarioRecorder(graph, context, begin);
    for (const step of scenario.steps) if (recorder.take(step) !== undefined) return undefined;
    return recorder.scenario(scenario.name);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
