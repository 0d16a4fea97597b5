import type { PlanReport } from './finding.ts';
import { readJson } from './json-source.ts';
import { scenarioKeyOf } from './plan-files.ts';

/** The scenario files of a plan as JSON, by key, in the order of the keys; one that is no JSON is left out and reported. */
export function readScenarios(
  plan: string,
  files: ReadonlyMap<string, string>,
  report: PlanReport,
): ReadonlyMap<string, unknown> {
  const scenarios = new Map<string, unknown>();
  for (const file of [...files.keys()].sort()) {
    const key = scenarioKeyOf(plan, file);
    if (key === undefined) continue;
    const source = readJson(files.get(file) ?? '');
    if (source.ok) scenarios.set(key, source.value);
    else {
      const { message: reason, line, column } = source;
      report.add({
        rule: 'json-syntax',
        file,
        line,
        column,
        message: `Not JSON: ${reason}.`,
        params: { reason },
      });
    }
  }
  return scenarios;
}
