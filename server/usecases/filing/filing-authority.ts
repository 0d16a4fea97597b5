import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Role } from '@oneplan/runtime/contracts/roles.ts';
import type { Context } from '../../context.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';

/** The authority that a layer is filed with: the one whose version it extends. */
export async function filingAuthority(context: Context, extendsBundleId: string): Promise<OrgUnitRow> {
  const row = await context.sql.one<{ org_unit_id: string }>(
    'SELECT l.org_unit_id FROM bundle b JOIN plan_layer l ON l.id = b.layer_id WHERE b.id = ?',
    [extendsBundleId],
  );
  const unit = row && (await context.tables.orgUnits.findOne({ id: row.org_unit_id }));
  if (!unit) throw new Error(`the version ${extendsBundleId} was published by nobody`);
  return unit;
}

/** Who decides on filings at an authority; a school, which governs nobody below, files on and decides on nothing. */
export function reviewersAt({ kind, name, id }: OrgUnitRow): Role {
  if (kind === 'city') return 'city-admin';
  if (kind === 'district') return 'district-admin';
  throw new AppError('conflict', `${name} does not decide on plans of others; ask the district.`, { id });
}
