import type {
  listOrgUnits as contract,
  getProgress as progressContract,
  listStudents as studentsContract,
} from '@oneplan/runtime/contracts/api/organisation.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import { type Context, today } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';

export async function listChildren(context: Context, id: string): Promise<z.input<typeof contract.response>> {
  const unit = await requireUnit(context, id);
  const children = await context.tables.orgUnits.find({ parentId: id }, { order: [['code', 'ASC']] });
  return {
    unit: refOf(unit),
    children: children.map((child) => ({
      ...refOf(child),
      kind: child.kind,
      code: child.code,
      entryCohort: child.entryCohort,
    })),
  };
}

async function requireUnit(context: Context, id: string): Promise<OrgUnitRow> {
  const unit = await context.tables.orgUnits.findOne({ id });
  if (!unit) throw new AppError('not-found', 'There is no org unit with this id.', { kind: 'org-unit', id });
  return unit;
}

const refOf = (unit: OrgUnitRow) => ({ id: unit.id, name: unit.name, kind: unit.kind });

interface StudentRow {
  id: string;
  name: string;
  class_name: string;
  student_no_masked: string;
  records: number;
}

/** Pupils of the unit by class and name; pupil numbers stay masked. */
export async function listStudents(
  context: Context,
  id: string,
  query: z.output<typeof studentsContract.query>,
): Promise<z.input<typeof studentsContract.response>> {
  const unit = await requireUnit(context, id);
  const day = today(context);
  const offset = query.after ? Number(Buffer.from(query.after, 'base64url').toString()) : 0;
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new AppError('invalid-request', 'The cursor "after" is not one that this call gave.');
  const pattern = query.q ? `%${query.q.replace(/[!%_]/g, (char) => `!${char}`)}%` : '%';
  const rows = await context.sql.all<StudentRow>(
    `SELECT s.id, s.name, c.name AS class_name, s.student_no_masked, (SELECT COUNT(*) FROM submission r WHERE r.student_id = s.id) AS records
     FROM enrolment e JOIN student s ON s.id = e.student_id JOIN org_unit c ON c.id = e.class_id
     WHERE c.path LIKE ? AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?) AND s.name LIKE ? ESCAPE '!'
       ${query.ids ? `AND s.id IN (${query.ids.length === 0 ? 'NULL' : places(query.ids)})` : ''}
     ORDER BY c.code, s.name, s.id LIMIT ? OFFSET ?`,
    [`${unit.path}%`, day, day, pattern, ...(query.ids ?? []), query.limit + 1, offset],
  );
  return {
    items: rows.slice(0, query.limit).map((row) => ({
      id: row.id,
      name: row.name,
      className: row.class_name,
      studentNoMasked: row.student_no_masked,
      records: Number(row.records),
    })),
    next: rows.length > query.limit ? Buffer.from(String(offset + query.limit)).toString('base64url') : null,
  };
}

interface ProgressRow {
  path: string;
  pupils?: number;
  state?: string;
  records?: number;
}

/** Numbers by unit directly below; class by class, but no pupil is named. */
export async function getProgress(
  context: Context,
  id: string,
): Promise<z.input<typeof progressContract.response>> {
  const unit = await requireUnit(context, id);
  const children = await context.tables.orgUnits.find({ parentId: id }, { order: [['code', 'ASC']] });
  const day = today(context);
  const pupils = await context.sql.all<ProgressRow>(
    `SELECT c.path, COUNT(*) AS pupils FROM enrolment e JOIN org_unit c ON c.id = e.class_id
     WHERE c.path LIKE ? AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?) GROUP BY c.path`,
    [`${unit.path}%`, day, day],
  );
  const records = await context.sql.all<ProgressRow>(
    'SELECT c.path, r.state, COUNT(*) AS records FROM submission r JOIN org_unit c ON c.id = r.class_id WHERE c.path LIKE ? GROUP BY c.path, r.state',
    [`${unit.path}%`],
  );
  const overdue = await context.sql.all<ProgressRow>(
    "SELECT c.path, COUNT(*) AS records FROM task t JOIN org_unit c ON c.id = t.class_id WHERE c.path LIKE ? AND t.status = 'open' AND t.due_at < ? GROUP BY c.path",
    [`${unit.path}%`, context.now()],
  );
  const rowsOf = children.length > 0 ? children : [unit];
  return {
    unit: refOf(unit),
    rows: rowsOf.map((child) => {
      const sum = (rows: readonly ProgressRow[], field: 'pupils' | 'records', state?: string) =>
        rows
          .filter((row) => row.path.startsWith(child.path) && (!state || row.state === state))
          .reduce((total, row) => total + Number(row[field] ?? 0), 0);
      return {
        unit: refOf(child),
        pupils: sum(pupils, 'pupils'),
        waiting: sum(records, 'records', 'submitted'),
        returned: sum(records, 'records', 'returned'),
        inNotice: sum(records, 'records', 'in-notice') + sum(records, 'records', 'confirmed'),
        archived: sum(records, 'records', 'archived'),
        overdue: sum(overdue, 'records'),
      };
    }),
  };
}
