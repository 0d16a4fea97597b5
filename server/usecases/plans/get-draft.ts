import type { getDraft as getDraftEndpoint } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { contentOf, readDraft, requireLayer } from './require-layer.ts';

/** Every file of a layer's draft, the manifest first. Throws `not-found` when there is no such layer. */
export async function getDraft(
  context: Context,
  layerId: string,
): Promise<z.input<typeof getDraftEndpoint.response>> {
  await requireLayer(context, layerId);
  return { files: (await readDraft(context, layerId)).map(contentOf) };
}
