/** Where the files of a plan stand, relative to the root of the repository or of an exported archive. */
export const manifestPath = (plan: string) => `processes/${plan}/plan.json`;
export const processPath = (plan: string, file: string) => `processes/${plan}/${file}`;
export const formPath = (plan: string, file: string) => `forms/${plan}/${file}`;

/** The plan whose manifest stands at a path, or undefined when it is no manifest. */
export function planOfManifestPath(path: string): string | undefined {
  return /^processes\/([^/]+)\/plan\.json$/.exec(path)?.[1];
}

/** Files that may stand beside a plan's own and are not part of what is published: test cases and scenarios. */
export function isCompanion(path: string): boolean {
  return /\.(cases|scenario)\.json$/.test(path);
}
