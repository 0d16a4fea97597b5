import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { scenarioPath } from '@oneplan/runtime/plan/plan-files.ts';
import {
  checkScenarios,
  type ScenarioFinding,
} from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { Scenario } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { scenarioText } from './read-scenario-file.ts';
import type { DraftScenarios } from './use-draft-scenarios.ts';

/** A recorded run, and why the draft does not do the same; undefined: it does. */
export interface ReplayResult {
  readonly from: DraftScenarios;
  readonly scenario: Scenario;
  readonly finding: ScenarioFinding | undefined;
}

/** Replays each scenario on the draft, by the check that is made before a version is published. */
export function replayResults(
  plan: PlanUnderCheck,
  drafts: readonly DraftScenarios[],
  timeZone: string,
): readonly ReplayResult[] {
  return drafts.flatMap((from) =>
    from.file.scenarios.map((scenario): ReplayResult => {
      const text = scenarioText({ ...from.file, scenarios: [scenario] });
      const [finding] = checkScenarios(
        plan,
        new Map([[scenarioPath(plan.manifest.key, from.key), text]]),
        timeZone,
      );
      return { from, scenario, finding };
    }),
  );
}
