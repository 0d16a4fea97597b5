import { scenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';

const longest = 60;

/** What a file of scenarios is called in lists: the first one's name, and how many there are. Its key when it can not be read. */
export function scenarioName(content: string, key: string): string {
  const scenarios = parsed(content)?.scenarios ?? [];
  const [first] = scenarios;
  if (!first) return key;
  const name = first.name.length > longest ? `${first.name.slice(0, longest - 1)}…` : first.name;
  return scenarios.length === 1 ? name : `${name} (${scenarios.length})`;
}

function parsed(content: string) {
  try {
    return scenarioFile.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}
