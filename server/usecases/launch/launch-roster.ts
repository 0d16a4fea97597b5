import { type Context, today } from '../../context.ts';
import { inForce, type PublishedBundle } from '../../persistence/published-bundle.ts';
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

export interface RosterPage {
  readonly pupils: readonly RosterPupil[];
  /** The class after which the next page begins; null: there is none. */
  readonly after: string | null;
}

/**
 * The pupils of the next classes that have some of the cohort, so many classes at once. A page costs what its classes have
 * in pupils, however many there are in the city. `path`: of the org unit; `after`: '' at the beginning.
 */
export async function readRoster(
  context: Context,
  { entryCohort }: Roster,
  path: string,
  { after, classes }: { readonly after: string; readonly classes: number },
): Promise<RosterPage> {
  const day = today(context);
  for (let from = after; ; ) {
    const found = await context.sql.all<{ id: string }>(
      `SELECT id FROM org_unit WHERE path LIKE ? AND kind = 'class' AND id > ? ORDER BY id LIMIT ${classes}`,
      [`${path}%`, from],
    );
    const last = found.at(-1);
    if (!last) return { pupils: [], after: null };
    const ids = found.map(({ id }) => id);
    const pupils = await context.sql.all<RosterPupil & object>(
      `SELECT s.id AS studentId, s.user_id AS userId, e.class_id AS classId, e.school_id AS schoolId, c.path
       FROM student s JOIN ${enrolledNow} WHERE e.class_id IN (${places(ids)}) AND s.entry_cohort = ? ORDER BY s.id`,
      [day, day, ...ids, entryCohort],
    );
    if (pupils.length > 0) return { pupils, after: last.id };
    from = last.id;
  }
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
  const isFrozen = new Set(frozen.map(({ student_id }) => student_id));
  const governing = await governingBundles(context, bundle, entryCohort);
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
  return isGovernedBy(path, governing, bundleId)
    ? null
    : {
        reason: 'other-version',
        message: 'Another published version of the plan governs the pupil; launch that one.',
      };
}

/** The version in force at each org unit that has one of its own, for a cohort of the bundle's stage. */
export async function governingBundles(
  context: Context,
  { stage }: Pick<PublishedBundle, 'stage'>,
  entryCohort: number,
): Promise<ReadonlyMap<string, string>> {
  const bindings = await context.sql.all<{ org_unit_id: string; bundle_id: string }>(
    `SELECT org_unit_id, bundle_id FROM bundle_binding WHERE stage = ? AND entry_cohort = ? AND ${inForce}`,
    [stage, entryCohort, context.now(), context.now()],
  );
  return new Map(bindings.map((row) => [row.org_unit_id, row.bundle_id]));
}

/** Whether the nearest version in force on the way up from a class is this one, or there is none. */
export function isGovernedBy(
  path: string,
  governing: ReadonlyMap<string, string>,
  bundleId: string,
): boolean {
  const nearest = path.split('/').findLast((id) => governing.has(id));
  return nearest === undefined || governing.get(nearest) === bundleId;
}

/** Pupils of a class on a roster, as far as that decides whether they get an instance. */
export interface RosterClass {
  readonly classId: string;
  readonly className: string;
  readonly path: string;
  readonly pupils: number;
  readonly withoutAccount: number;
  /** With an account, but 冻结. */
  readonly frozen: number;
}

export async function countByClass(
  context: Context,
  { entryCohort }: Roster,
  path: string,
): Promise<RosterClass[]> {
  const day = today(context);
  const rows = await context.sql.all<RosterClass & object>(
    `SELECT c.id AS classId, c.name AS className, c.path, COUNT(*) AS pupils,
       SUM(CASE WHEN s.user_id IS NULL THEN 1 ELSE 0 END) AS withoutAccount,
       SUM(CASE WHEN s.user_id IS NOT NULL AND EXISTS (SELECT 1 FROM freeze f WHERE f.student_id = s.id
         AND f.valid_from <= ? AND (f.valid_to IS NULL OR f.valid_to > ?)) THEN 1 ELSE 0 END) AS frozen
     FROM student s JOIN ${enrolledNow} WHERE s.entry_cohort = ? AND c.path LIKE ?
     GROUP BY c.id, c.name, c.path, c.code ORDER BY c.code`,
    [day, day, day, day, entryCohort, `${path}%`],
  );
  return rows.map((row) => ({
    ...row,
    pupils: Number(row.pupils),
    withoutAccount: Number(row.withoutAccount),
    frozen: Number(row.frozen),
  }));
}
