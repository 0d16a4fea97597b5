import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type Context, today } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';

/** A condition of SQL with the values of its places. */
export interface ScopeCondition {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/**
 * Which of the rows `x` (columns instance_id, tenant_id) lie in an org unit or below: those of pupils in its classes
 * today; those about nobody lie where their definition was published.
 */
export async function operatedIn(
  context: Context,
  orgUnitId: string,
  x: { readonly instanceId: string; readonly tenantId: string },
): Promise<ScopeCondition> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  if (!unit) throw new AppError('not-found', 'There is no org unit with this id.', { id: orgUnitId });
  const day = today(context);
  const below = `${unit.path.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return {
    where: `(EXISTS (SELECT 1 FROM process_instance p JOIN enrolment e ON e.student_id = p.subject_id AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)
        JOIN org_unit o ON o.id = e.class_id WHERE p.id = ${x.instanceId} AND p.subject_kind = 'student' AND o.path LIKE ?)
      OR EXISTS (SELECT 1 FROM org_unit o WHERE o.id = ${x.tenantId} AND o.path LIKE ?
        AND NOT EXISTS (SELECT 1 FROM process_instance p WHERE p.id = ${x.instanceId} AND p.subject_kind <> 'none')))`,
    values: [day, day, below, below],
  };
}
