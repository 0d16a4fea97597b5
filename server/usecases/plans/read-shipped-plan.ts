import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTestCases } from '@oneplan/runtime/plan/plan-files.ts';

/**
 * The files of a plan that is shipped under `forms/` and `processes/` of the folder `root`, path → text; test cases
 * are left out.
 */
export async function readShippedPlan(root: string, planKey: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const folder of [`processes/${planKey}`, `forms/${planKey}`])
    for (const entry of (await readdir(join(root, folder), { withFileTypes: true })).sort(byName)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isFile() && !isTestCases(path)) files.set(path, await readFile(join(root, path), 'utf8'));
    }
  return files;
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
