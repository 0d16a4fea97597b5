import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Permission, TargetKind } from '@oneplan/runtime/contracts/permissions.ts';
import type { Context } from '../context.ts';
import { readArchived } from '../history/read-history.ts';
import type { Caller, Standing } from './caller.ts';
import { takenFrom } from './held-task.ts';
import { policy, type Relation } from './policy.ts';
import { type TargetFacts, targetLoaders } from './targets.ts';

type Holds = (
  caller: Caller,
  standing: Standing,
  target: TargetFacts,
  context: Context,
) => boolean | Promise<boolean>;

const within = (inner: string, outer: string) => outer !== '' && inner.startsWith(outer);

/** What each relation of the policy table means. */
const holds: Readonly<Record<Relation, Holds>> = {
  own: () => false,
  self: (caller, _standing, target) => target.studentId !== null && target.studentId === caller.studentId,
  child: (caller, _standing, target) =>
    target.studentId !== null && caller.childIds.includes(target.studentId),
  unit: (_caller, standing, target) => within(target.path, standing.path),
  above: (_caller, standing, target) =>
    within(target.path, standing.path) || within(standing.path, target.path),
  holder: (caller, _standing, target) => target.holders.some((holder) => caller.holders.includes(holder)),
  'took-part': (caller, _standing, target, context) => tookPart(context, caller, target),
  copied: async (caller, _standing, target, context) =>
    target.instanceId !== null &&
    (await context.sql.one('SELECT id FROM task_copy WHERE instance_id = ? AND user_id = ?', [
      target.instanceId,
      caller.userId,
    ])) !== null,
  audience: (_caller, standing, target) => within(standing.path, target.path),
};

async function tookPart(context: Context, caller: Caller, target: TargetFacts): Promise<boolean> {
  if (!target.instanceId) return false;
  let tasks = await context.sql.all<{ holders: string; status: string; ended_by: string | null }>(
    'SELECT holders, status, ended_by FROM task WHERE instance_id = ?',
    [target.instanceId],
  );
  if (tasks.length === 0) {
    const archived = (await readArchived(context, target.instanceId))?.tables.task ?? [];
    tasks = archived.map((row) => ({
      holders: String(row.holders),
      status: String(row.status),
      ended_by: row.ended_by == null ? null : String(row.ended_by),
    }));
  }
  return tasks.some(
    (task) =>
      task.ended_by === caller.userId ||
      (task.status === 'open' &&
        (JSON.parse(task.holders) as string[]).some((holder) => caller.holders.includes(holder))),
  );
}

/** True when some row of the policy grants it to one of the caller's roles, whatever the relation. */
export function mayAtAll(caller: Caller, permission: Permission): boolean {
  return policy.some(
    (row) =>
      row.permission === permission && caller.standings.some((standing) => row.roles.includes(standing.role)),
  );
}

/** Decides by the policy table alone. `target` null: the route is about the caller's own things. */
export async function isAllowed(
  context: Context,
  caller: Caller,
  permission: Permission,
  target: TargetFacts | null,
): Promise<boolean> {
  if (target === null) return mayAtAll(caller, permission);
  for (const row of policy) {
    if (row.permission !== permission) continue;
    for (const standing of caller.standings) {
      if (row.roles.includes(standing.role) && (await holds[row.relation](caller, standing, target, context)))
        return true;
    }
  }
  return false;
}

/**
 * Throws `forbidden` unless the policy allows, and answers the target's facts.
 * `facts`: of the target, when they are being read already.
 * A target that does not exist is `not-found` only for callers who hold the permission at all. Who acts on a task that
 * was theirs until somebody else took it is told so: `task-taken`.
 */
export async function authorise(
  context: Context,
  caller: Caller,
  permission: Permission,
  target: { readonly kind: TargetKind; readonly id: string } | null,
  facts?: Promise<TargetFacts | null>,
): Promise<TargetFacts | null> {
  if (!mayAtAll(caller, permission)) throw forbidden(permission);
  if (target === null) return null;
  const found = await (facts ?? targetLoaders[target.kind](context, target.id));
  if (!found)
    throw new AppError('not-found', `There is no ${target.kind} with this id; it may have been removed.`, {
      kind: target.kind,
      id: target.id,
    });
  if (!(await isAllowed(context, caller, permission, found))) {
    const acts = target.kind === 'task' && permission !== 'task.read';
    throw (acts && (await takenFrom(context, caller, target.id))) || forbidden(permission);
  }
  return found;
}

function forbidden(permission: Permission): AppError {
  return new AppError(
    'forbidden',
    `Your role does not include "${permission}" here. Ask your administrator if you need it.`,
    { permission },
  );
}
