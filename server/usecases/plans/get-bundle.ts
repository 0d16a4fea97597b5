import type { getBundle as getBundleEndpoint } from '@oneplan/runtime/contracts/api/plans.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { artefactsOfBundle } from './bundle-artefacts.ts';
import { summariseBundles } from './bundle-summary.ts';
import { extendedVersion } from './extended-version.ts';

/** A published version with the files that it was published from. */
export async function getBundle(
  context: Context,
  bundleId: string,
): Promise<z.input<typeof getBundleEndpoint.response>> {
  const row = await context.tables.bundles.findOne({ id: bundleId });
  const [bundle] = await summariseBundles(context, row ? [row] : []);
  if (!row || !bundle)
    throw new AppError('not-found', 'There is no published plan version with this id.', { id: bundleId });
  const files = artefactsOfBundle(await loadBundle(context, bundleId));
  return {
    bundle,
    extends: await extendedVersion(context, row.extendsBundleId ?? null),
    files: files.map(({ kind, key, content }) => ({ kind, key, content })),
  };
}
