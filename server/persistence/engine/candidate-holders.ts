import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { groupKinds } from '@oneplan/runtime/contracts/roles.ts';
import type { UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { groupHolder, roleHolder, userHolder } from '../../identity/caller.ts';
import { type StudentUnits, unitOfKind } from '../subject-units.ts';

/**
 * To whom a user task is offered: roles and groups are resolved against the subject's org units when the task is
 * created, so that a change of teacher moves the work without touching tasks.
 * An assignee that is no user here is refused: a task given to nobody would be lost.
 */
export async function holdersOf(
  context: Context,
  manifest: PlanManifest,
  units: StudentUnits,
  task: UserTaskCreated,
): Promise<string[]> {
  if (task.assignee !== undefined) {
    const user = await context.sql.one('SELECT id FROM app_user WHERE id = ?', [task.assignee]);
    if (!user)
      throw new AppError(
        'engine-failed',
        `The task "${task.name}" (${task.elementId}) would go to a user who does not exist.`,
        { elementId: task.elementId },
      );
    return [userHolder(task.assignee)];
  }
  const holders = [
    ...task.candidateUsers.map(userHolder),
    ...task.candidateGroups.map((group) => holderOfGroup(manifest, units, group)),
  ];
  if (holders.length === 0)
    throw new AppError('engine-failed', `Nobody may do the task "${task.name}" (${task.elementId}).`, {
      elementId: task.elementId,
    });
  return [...new Set(holders)];
}

/** `class-teacher`: a role of the plan, at the unit of its scope. `group:evaluation`: a working group of the school. */
export function holderOfGroup(manifest: PlanManifest, units: StudentUnits, group: string): string {
  const kind = groupKinds.find((candidate) => group === `group:${candidate}`);
  if (kind) return groupHolder(kind, unitOfKind(units, 'school').id);
  const role = manifest.roles.find((candidate) => candidate.key === group);
  if (!role || role.scope === 'self' || role.scope === 'child') {
    throw new AppError('engine-failed', `The plan has no role "${group}" that a task could be offered to.`, {
      group,
    });
  }
  return roleHolder(role.key, unitOfKind(units, role.scope).id);
}
