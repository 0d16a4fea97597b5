import type { ScenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { scenarioText } from './read-scenario-file.ts';

/** Hands a scenario file to the person, to lie beside the flow that it is about. */
export function downloadScenario(file: ScenarioFile, name: string): void {
  const url = URL.createObjectURL(new Blob([scenarioText(file)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${file.process}-${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.scenario.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
