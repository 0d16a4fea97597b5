import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import type { LayerRow } from '../../persistence/tables.ts';

/**
 * The filing on which a layer may publish this content for these cohorts, or for more of them; null at the top, where nobody is asked. Throws
 * `plan-not-accepted` when the authority above has not accepted just that.
 */
export async function acceptedFiling(
  context: Context,
  { id: layerId, extendsBundleId }: LayerRow,
  fingerprint: string,
  cohorts: readonly number[],
): Promise<FilingRow | null> {
  if (extendsBundleId === null) return null;
  const filing = await context.tables.filings.findOne({ layerId, state: 'accepted' });
  const accepted = new Set(filing ? (JSON.parse(filing.cohorts) as number[]) : []);
  if (filing?.fingerprint === fingerprint && cohorts.every((cohort) => accepted.has(cohort))) return filing;
  throw new AppError(
    'plan-not-accepted',
    'The authority above has not accepted just this for these cohorts, so it can not be published; submit it first.',
    { layerId, fingerprint, accepted: filing?.fingerprint ?? null },
  );
}
