import { type ScenarioFile, scenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';

/** A scenario file from its text; null when it is none. */
export function readScenarioFile(text: string): ScenarioFile | null {
  try {
    return scenarioFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The text of a scenario file, as drafts and downloads hold it. */
export const scenarioText = (file: ScenarioFile) => `${JSON.stringify(file, null, 2)}\n`;
