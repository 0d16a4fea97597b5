import type { Context } from '../../context.ts';
import { checkDraft } from './check-draft.ts';
import type { WireFinding } from './plan-problem.ts';
import { requireLayer } from './require-layer.ts';

/** Everything that keeps the draft of a layer from being published; empty when it may be. */
export async function checkLayer(context: Context, layerId: string): Promise<WireFinding[]> {
  const { findings } = await checkDraft(context, await requireLayer(context, layerId));
  return [...findings];
}
