import { readdirSync, readFileSync } from 'node:fs';
import type { NextCommand } from './play-script.ts';
import type { ScriptCommand } from './script-command.ts';
import type { Snapshot } from './snapshot.ts';

type ScenarioStep =
  | { readonly complete: string; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly work: string }
  /** a time in which everything that is due fires */
  | { readonly wait: string };

interface ScenarioFile {
  readonly process: string;
  readonly start: Readonly<Record<string, unknown>>;
  readonly scenarios: readonly { readonly name: string; readonly steps: readonly ScenarioStep[] }[];
}

/** One process of a shipped plan with the scenarios that lie beside it. */
export interface ShippedProcess {
  readonly file: string;
  readonly xml: string;
  readonly scenarios: ScenarioFile;
}

const folder = new URL('../../processes/', import.meta.url);

/** Every process of every shipped plan that has scenarios. */
export function readShippedProcesses(): ShippedProcess[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.scenario.json'))
    .sort()
    .map((name) => {
      const file = name.replace('.scenario.json', '.bpmn');
      return { file, xml: read(file), scenarios: JSON.parse(read(name)) as ScenarioFile };
    });
}

/** Commands of a scenario; a wait fires the timer that is due first. */
export function scenarioCommands(steps: readonly ScenarioStep[]): NextCommand {
  return (snapshot, index) => {
    const step = steps[index];
    return step === undefined ? undefined : commandOf(step, snapshot);
  };
}

function commandOf(step: ScenarioStep, snapshot: Snapshot): ScriptCommand {
  if ('complete' in step) return { do: 'complete', at: step.complete, variables: step.variables };
  if ('work' in step) return { do: 'work', at: step.work };
  const [timer] = [...snapshot.jobs].sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  if (timer === undefined) throw new Error('a scenario waits where no timer runs');
  return { do: 'job', at: timer.at };
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
