import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { processPath } from '@oneplan/runtime/plan/plan-files.ts';
import {
  checkScenarios,
  type ScenarioFinding,
} from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { ScenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';

/** A recorded run, and why the draft does not do the same; undefined: it does. */
export interface ReplayResult {
  /** places of the file among those kept, and of the scenario in it */
  readonly file: number;
  readonly scenario: number;
  readonly name: string;
  readonly process: string;
  readonly finding: ScenarioFinding | undefined;
}

/** Replays each kept scenario on the draft, by the check that is made before a version is published. */
export function replayResults(
  plan: PlanUnderCheck,
  files: readonly ScenarioFile[],
  timeZone: string,
): readonly ReplayResult[] {
  return files.flatMap(({ scenarios, ...begin }, file) =>
    scenarios.map((one, scenario): ReplayResult => {
      const path = processPath(plan.manifest.key, `${file}-${scenario}.scenario.json`);
      const text = JSON.stringify({ ...begin, scenarios: [one] });
      const [finding] = checkScenarios(plan, new Map([[path, text]]), timeZone);
      return { file, scenario, name: one.name, process: begin.process, finding };
    }),
  );
}
