import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import type { Context } from '../../context.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { peopleNames } from '../plans/people-names.ts';
import { requireLayer } from '../plans/require-layer.ts';
import { filingAuthority } from './filing-authority.ts';

export const unitRef = ({ id, name, kind }: OrgUnitRow) => ({ id, name, kind });

/** A filing as it is shown. */
export async function summariseFiling(context: Context, row: FilingRow): Promise<FilingSummary> {
  const { plan, orgUnit } = await requireLayer(context, row.layerId);
  const names = await peopleNames(context, [row.submittedBy, row.decidedBy]);
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    id: row.id,
    layerId: row.layerId,
    planName: plan.name,
    orgUnit: unitRef(orgUnit),
    authority: unitRef(await filingAuthority(context, row.extendsBundleId)),
    state: row.state,
    fingerprint: row.fingerprint,
    note: row.note,
    cohorts: JSON.parse(row.cohorts) as number[],
    submittedAt: new Date(Number(row.submittedAt)).toISOString(),
    submittedBy: person(row.submittedBy),
    decidedAt: row.decidedAt === null ? null : new Date(Number(row.decidedAt)).toISOString(),
    decidedBy: row.decidedBy === null ? null : person(row.decidedBy),
    reason: row.reason,
    filingNumber: row.filingNumber,
    effectiveOn: row.effectiveOn,
    comments: row.comments === null ? [] : (JSON.parse(row.comments) as FilingSummary['comments']),
  };
}
