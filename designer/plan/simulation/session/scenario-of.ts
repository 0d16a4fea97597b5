import {
  type Scenario,
  type ScenarioFile,
  scenarioFile,
} from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import type { Session } from './session.ts';
import { startVariables } from './start-variables.ts';

/** What was played so far, as a scenario. What people filled in beside the plan's variables is left out. */
export function scenarioOf({ moves, played }: Session, name: string): Scenario {
  return { name, steps: moves.map(({ step }) => step), path: [...played.path], end: played.end };
}

/** A file of its own for what was played, checked against the schema of such files. */
export function scenarioFileOf(session: Session, name: string): ScenarioFile {
  const { process, beginning } = session;
  return scenarioFile.parse(
    JSON.parse(
      JSON.stringify({
        process: process.entry.key,
        startsAt: new Date(beginning.at).toISOString(),
        start: startVariables(process, beginning),
        scenarios: [scenarioOf(session, name)],
      }),
    ),
  );
}
