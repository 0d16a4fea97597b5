import { type ScenarioFile, scenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { z } from 'zod';

const kept = z.array(scenarioFile);

/** What of the browser's storage is needed. */
export type ScenarioStore = Pick<Storage, 'getItem' | 'setItem'>;

const placeOf = (layerId: string) => `oneplan.scenarios.${layerId}`;

/** Scenario files that this browser keeps for a layer; what cannot be read is as if it were not there. */
export function keptScenarios(store: ScenarioStore, layerId: string): readonly ScenarioFile[] {
  try {
    return kept.safeParse(JSON.parse(store.getItem(placeOf(layerId)) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** False when the browser does not keep it (private window, no space left). */
export function keepScenarios(
  store: ScenarioStore,
  layerId: string,
  files: readonly ScenarioFile[],
): boolean {
  try {
    store.setItem(placeOf(layerId), JSON.stringify(files));
    return true;
  } catch {
    return false;
  }
}

/** A scenario file from its text; null when it is none. */
export function readScenarioFile(text: string): ScenarioFile | null {
  try {
    return scenarioFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
