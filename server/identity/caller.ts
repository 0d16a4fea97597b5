import type { Role } from '@oneplan/runtime/contracts/roles.ts';
import { type Context, today } from '../context.ts';
import { KeptUnderVersion } from '../persistence/master-data.ts';
import { places, query, type SqlStatement } from '../persistence/sql-statement.ts';

/** A role in force today, with the place it is held at. */
export interface Standing {
  readonly role: Role;
  readonly orgUnitId: string;
  /** Materialised path of that unit, `/…/`. */
  readonly path: string;
}

/** Who is asking, as the master data says at the request: a change of role works at once. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly standings: readonly Standing[];
  readonly studentId: string | null;
  readonly childIds: readonly string[];
  /** The holders (`task_candidate.holder`) whose tasks the caller may take. */
  readonly holders: readonly string[];
}

export const userHolder = (userId: string) => `user:${userId}`;
export const roleHolder = (role: string, orgUnitId: string) => `role:${role}@${orgUnitId}`;
export const groupHolder = (kind: string, orgUnitId: string) => `group:${kind}@${orgUnitId}`;

const inForce = (table: string) =>
  `${table}.valid_from <= ? AND (${table}.valid_to IS NULL OR ${table}.valid_to > ?)`;

/** Null: there is no such user, or the account is disabled. Always read afresh. */
export async function loadCaller(context: Context, userId: string): Promise<Caller | null> {
  return callerFrom(await context.sql.batch(callerQueries(context, [userId])), userId);
}

const mostCallers = 50_000;
const callers = new KeptUnderVersion<Caller>(mostCallers);

/**
 * The callers behind users, as of a version of the master data that was read just before: those that are not kept under
 * it are read. Nobody who is unknown or disabled is among them.
 */
export async function callersUnder(
  context: Context,
  version: number,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Caller>> {
  const kept = callers.at(context.database, version, today(context), context.now());
  const found = new Map<string, Caller>();
  const strangers = new Set<string>();
  for (const id of userIds) {
    const caller = kept.get(id);
    if (caller) found.set(id, caller);
    else strangers.add(id);
  }
  if (strangers.size === 0) return found;
  const results = await context.sql.batch(callerQueries(context, [...strangers]));
  for (const id of strangers) {
    const caller = callerFrom(results, id);
    if (!caller) continue;
    found.set(id, caller);
    kept.keep(version, id, caller);
  }
  return found;
}

/** The queries that tell who users are, today. */
function callerQueries(context: Context, parameters: readonly string[]): SqlStatement[] {
  const day = today(context);
  const users = places(parameters);
  return [
    query(`SELECT id, name, disabled FROM app_user WHERE id IN (${users})`, parameters),
    query(
      `SELECT m.user_id AS userId, m.role, m.org_unit_id AS orgUnitId, o.path FROM membership m JOIN org_unit o ON o.id = m.org_unit_id
       WHERE m.user_id IN (${users}) AND ${inForce('m')}`,
      [...parameters, day, day],
    ),
    query(
      `SELECT gm.user_id AS userId, g.kind, g.org_unit_id AS orgUnitId, o.path FROM group_member gm
       JOIN org_group g ON g.id = gm.group_id JOIN org_unit o ON o.id = g.org_unit_id
       WHERE gm.user_id IN (${users}) AND ${inForce('gm')} AND ${inForce('g')}`,
      [...parameters, day, day, day, day],
    ),
    query(
      `SELECT s.user_id AS userId, s.id AS studentId, 1 AS own, e.class_id AS classId, o.path FROM student s
       LEFT JOIN enrolment e ON e.student_id = s.id AND ${inForce('e')} LEFT JOIN org_unit o ON o.id = e.class_id
       WHERE s.user_id IN (${users})
       UNION SELECT l.guardian_id, l.student_id, 0, e.class_id, o.path FROM guardian_link l
       LEFT JOIN enrolment e ON e.student_id = l.student_id AND ${inForce('e')} LEFT JOIN org_unit o ON o.id = e.class_id
       WHERE l.guardian_id IN (${users})`,
      [day, day, ...parameters, day, day, ...parameters],
    ),
  ];
}

interface UserFound {
  id: string;
  name: string;
  disabled: number | boolean;
}
interface OfUser {
  userId: string;
}
interface GroupFound extends OfUser {
  kind: string;
  orgUnitId: string;
  path: string;
}
interface PupilFound extends OfUser {
  studentId: string;
  own: number;
  classId: string | null;
  path: string | null;
}

/** What `callerQueries` found about one of the users. */
function callerFrom(results: readonly unknown[], userId: string): Caller | null {
  const [users, ...others] = results as [UserFound[], ...OfUser[][]];
  const user = users.find(({ id }) => id === userId);
  if (!user || user.disabled) return null;
  const [memberships, groups, pupils] = others.map((rows) => rows.filter((row) => row.userId === userId)) as [
    (Standing & OfUser)[],
    GroupFound[],
    PupilFound[],
  ];
  const standings: Standing[] = memberships.map(({ role, orgUnitId, path }) => ({ role, orgUnitId, path }));
  for (const group of groups)
    standings.push({ role: 'group-member', orgUnitId: group.orgUnitId, path: group.path });
  for (const pupil of pupils) {
    standings.push({
      role: Number(pupil.own) === 1 ? 'pupil' : 'guardian',
      orgUnitId: pupil.classId ?? '',
      path: pupil.path ?? '',
    });
  }
  return {
    userId: user.id,
    name: user.name,
    standings,
    studentId: pupils.find((pupil) => Number(pupil.own) === 1)?.studentId ?? null,
    childIds: pupils.filter((pupil) => Number(pupil.own) !== 1).map((pupil) => pupil.studentId),
    holders: [
      userHolder(user.id),
      ...memberships.map((membership) => roleHolder(membership.role, membership.orgUnitId)),
      ...groups.map((group) => groupHolder(group.kind, group.orgUnitId)),
    ],
  };
}
