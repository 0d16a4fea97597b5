import type { getLifecycle as contract, markChecked } from '@oneplan/runtime/contracts/api/filings.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { checkDraft } from '../plans/check-draft.ts';
import { draftStates } from '../plans/draft-fingerprints.ts';
import { lastVersion } from '../plans/last-version.ts';
import { type LayerInPlace, requireLayer } from '../plans/require-layer.ts';
import { filingAuthority } from './filing-authority.ts';
import { summariseFiling, unitRef } from './filing-summary.ts';
import { lifecycleState } from './lifecycle-state.ts';

type Lifecycle = z.input<typeof contract.response>;

/** Where the draft of a layer stands. Told from its fingerprint, so that no change goes unnoticed. */
export async function getLifecycle(context: Context, layerId: string): Promise<Lifecycle> {
  return lifecycleOf(context, await requireLayer(context, layerId));
}

/** Checks the draft; one without faults is checked until it is changed. */
export async function checkLifecycle(
  context: Context,
  layerId: string,
): Promise<z.input<typeof markChecked.response>> {
  return transaction(context.database, async () => {
    const inPlace = await requireLayer(context, layerId);
    const { plan, findings } = await checkDraft(context, inPlace);
    const checkedFingerprint = plan ? await fingerprintOf(context, inPlace) : null;
    await context.tables.layers.update({ id: layerId }, { checkedFingerprint });
    return { findings: [...findings], lifecycle: await getLifecycle(context, layerId) };
  });
}

async function lifecycleOf(context: Context, inPlace: LayerInPlace): Promise<Lifecycle> {
  const { layer } = inPlace;
  const fingerprint = await fingerprintOf(context, inPlace);
  const last = await context.tables.filings.findOne(
    { layerId: layer.id },
    {
      order: [
        ['submittedAt', 'DESC'],
        ['id', 'DESC'],
      ],
    },
  );
  const authority =
    layer.extendsBundleId === null ? null : unitRef(await filingAuthority(context, layer.extendsBundleId));
  const published = await lastVersion(context, layer.id);
  const state = lifecycleState({
    fingerprint,
    filing: last,
    published: published?.fingerprint,
    checked: layer.checkedFingerprint,
  });
  return { state, fingerprint, authority, filing: last && (await summariseFiling(context, last)) };
}

async function fingerprintOf(context: Context, { layer, plan }: LayerInPlace): Promise<string | null> {
  const { id } = layer;
  return (await draftStates(context, [{ id, planKey: plan.planKey }])).get(id)?.fingerprint ?? null;
}
