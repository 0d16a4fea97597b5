import { type Context, today } from '../../context.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';

export interface Roster {
  /** Pupils of this entry cohort who are enrolled at or below this org unit today. */
  readonly orgUnitId: string;
  readonly entryCohort: number;
}

export interface RosterPupil {
  readonly studentId: string;
  /** Null: there is no account yet. */
  readonly userId: string | null;
  readonly classId: string;
  readonly schoolId: string;
  readonly path: string;
}

/** Why a pupil gets no instance. */
export interface Hindrance {
  readonly reason: string;
  readonly message: string;
}

const enrolledNow = `enrolment e ON e.student_id = s.id AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)
   JOIN org_unit c ON c.id = e.class_id`;

/** The next pupils of a roster, by their ids. `path`: of the org unit. */
export function readRoster(
  context: Context,
  { entryCohort }: Roster,
  path: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<RosterPupil[]> {
  const day = today(context);
  return context.sql.all<RosterPupil & object>(
    `SELECT s.id AS studentId, s.user_id AS userId, e.class_id AS classId, e.school_id AS schoolId, c.path
     FROM student s JOIN ${enrolledNow} WHERE s.id > ? AND s.entry_cohort = ? AND c.path LIKE ? ORDER BY s.id LIMIT ${limit}`,
    [day, day, after, entryCohort, `${path}%`],
  );
}

export async function countRoster(context: Context, { entryCohort }: Roster, path: string): Promise<number> {
  const day = today(context);
  const row = await context.sql.one<{ n: number }>(
    `SELECT COUNT(*) AS n FROM student s JOIN ${enrolledNow} WHERE s.entry_cohort = ? AND c.path LIKE ?`,
    [day, day, entryCohort, `${path}%`],
  );
  return Number(row?.n);
}

/** What stands in the way of each of these pupils, by pupil: no account, 学籍冻结, a school or district with a version of its own. */
export async function hindrancesOf(
  context: Context,
  { entryCohort }: Roster,
  bundle: PublishedBundle,
  pupils: readonly RosterPupil[],
): Promise<ReadonlyMap<string, Hindrance>> {
  const day = today(context);
  const ids = pupils.map(({ studentId }) => studentId);
  if (ids.length === 0) return new Map();
  const frozen = await context.sql.all<{ student_id: string }>(
    `SELECT student_id FROM freeze WHERE student_id IN (${places(ids)}) AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)`,
    [...ids, day, day],
  );
  const bindings = await context.sql.all<{ org_unit_id: string; bundle_id: string }>(
    'SELECT org_unit_id, bundle_id FROM bundle_binding WHERE stage = ? AND entry_cohort = ? AND superseded_at IS NULL',
    [bundle.stage, entryCohort],
  );
  const isFrozen = new Set(frozen.map(({ student_id }) => student_id));
  const governing = new Map(bindings.map((row) => [row.org_unit_id, row.bundle_id]));
  return new Map(
    pupils.flatMap((pupil): [string, Hindrance][] => {
      const found = hindrance(pupil, isFrozen.has(pupil.studentId), governing, bundle.id);
      return found === null ? [] : [[pupil.studentId, found]];
    }),
  );
}

function hindrance(
  { userId, path }: RosterPupil,
  frozen: boolean,
  governing: ReadonlyMap<string, string>,
  bundleId: string,
): Hindrance | null {
  if (userId === null)
    return { reason: 'no-account', message: 'The pupil has no account yet; make one and go on.' };
  if (frozen)
    return {
      reason: 'student-frozen',
      message: 'The pupil is on leave or moved away (冻结); go on afterwards.',
    };
  const nearest = path.split('/').findLast((id) => governing.has(id));
  const version = nearest === undefined ? undefined : governing.get(nearest);
  return version === undefined || version === bundleId
    ? null
    : {
        reason: 'other-version',
        message: 'Another published version of the plan governs the pupil; launch that one.',
      };
}
