import { type keepPresence as contract, presenceSeconds } from '@oneplan/runtime/contracts/api/layers.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { peopleNames } from './people-names.ts';
import { requireLayer } from './require-layer.ts';

export interface Presence {
  /** What is open, e.g. `form/b-r01`; null: nothing in particular. */
  readonly place: string | null;
  readonly leaving?: boolean | undefined;
}

/**
 * Notes that the caller has the layer open, and answers who else has: those who said so within `presenceSeconds`. A hint
 * for people; what keeps their work apart is the revision of each file.
 */
export async function keepPresence(
  context: Context,
  caller: Pick<Caller, 'userId'>,
  layerId: string,
  { place, leaving = false }: Presence,
): Promise<z.input<typeof contract.response>> {
  const { userId } = caller;
  return transaction(context.database, async () => {
    await requireLayer(context, layerId);
    const { layerPresences } = context.tables;
    const now = context.now();
    const seenSince = now - presenceSeconds * 1000;
    await context.sql.run('DELETE FROM layer_presence WHERE layer_id = ? AND seen_at < ?', [
      layerId,
      seenSince,
    ]);
    if (leaving) await layerPresences.delete({ layerId, userId });
    else if (await layerPresences.findOne({ layerId, userId }))
      await layerPresences.update({ layerId, userId }, { place, seenAt: now });
    else await layerPresences.insert({ layerId, userId, place, since: now, seenAt: now });
    const rows = await layerPresences.find({ layerId }, { order: [['since', 'ASC']] });
    const others = rows.filter((row) => row.userId !== userId);
    const names = await peopleNames(
      context,
      others.map((row) => row.userId),
    );
    return {
      others: others.map((row) => ({
        person: { id: row.userId, name: names.get(row.userId) ?? '' },
        place: row.place,
        since: new Date(Number(row.since)).toISOString(),
      })),
    };
  });
}
