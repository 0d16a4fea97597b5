/** Where the files of a plan stand, relative to the root of the repository or of an exported archive. */
export const manifestPath = (plan: string) => `processes/${plan}/plan.json`;
export const processPath = (plan: string, file: string) => `processes/${plan}/${file}`;
export const formPath = (plan: string, file: string) => `forms/${plan}/${file}`;

/** The plan whose manifest stands at a path, or undefined when it is no manifest. */
export function planOfManifestPath(path: string): string | undefined {
  return /^processes\/([^/]+)\/plan\.json$/.exec(path)?.[1];
}

/** Scenarios stand beside the flows, under a key of their own; no entry of the manifest lists them. */
export const scenarioPath = (plan: string, key: string) => `processes/${plan}/${key}.scenario.json`;

/** The key of the scenario file at a path of a plan, or undefined when it is none. */
export function scenarioKeyOf(plan: string, path: string): string | undefined {
  const folder = processPath(plan, '');
  if (!path.startsWith(folder)) return undefined;
  return /^([a-z0-9][a-z0-9-]{0,99})\.scenario\.json$/.exec(path.slice(folder.length))?.[1];
}

/** Files that may stand beside a plan's own and are no part of it: test cases of its forms. */
export function isTestCases(path: string): boolean {
  return path.endsWith('.cases.json');
}
