import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { listShippedPlans as contract } from '@oneplan/runtime/contracts/api/layers.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { manifestOfFiles } from './plan-artefact.ts';
import { readShippedPlan } from './read-shipped-plan.ts';

/** Where `forms/` and `processes/` of this release stand. */
export const shippedRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** The course that filings take; part of every installation, not a plan to begin with. */
export const filingPlanKey = 'plan-filing';

/** The plans that come with this release, with what is in them. */
export async function listShippedPlans(context: Context): Promise<z.input<typeof contract.response>> {
  const folders = (await readdir(join(shippedRoot, 'processes'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== filingPlanKey)
    .map(({ name }) => name)
    .sort();
  const taken = new Set((await context.tables.plans.find({})).map(({ planKey }) => planKey));
  const items = [];
  for (const key of folders) {
    const manifest = manifestOfFiles(await readShippedPlan(shippedRoot, key), key);
    if (!manifest) continue;
    const { name, stage, forms, processes } = manifest;
    items.push({
      key,
      name,
      stage,
      forms: forms.length,
      processes: processes.length,
      taken: taken.has(key),
    });
  }
  return { items };
}
