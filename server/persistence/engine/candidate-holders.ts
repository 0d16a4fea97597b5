import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { groupKinds } from '@oneplan/runtime/contracts/roles.ts';
import type { UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { groupHolder, roleHolder, userHolder } from '../../identity/caller.ts';
import { type UnitLine, unitOfKind } from '../subject-units.ts';
import type { InstanceScope } from './instance-scope.ts';

/** A candidate group of an instance that is about nobody: the name as the definition has it. */
export const plainGroupHolder = (group: string): string => `group:${group}`;

/**
 * To whom a user task is offered: roles and groups are resolved against the subject's org units when the task is
 * created, so that a change of teacher moves the work without touching tasks. `line` is null when there are none.
 * In a plan a task that would be given to nobody is refused: it would be lost. `users` are the ids that are known.
 */
export function holdersOf(
  scope: InstanceScope,
  line: UnitLine | null,
  users: ReadonlySet<string>,
  task: UserTaskCreated,
): string[] {
  const planned = scope.bundle.kind === 'plan';
  if (task.assignee !== undefined) {
    if (planned && !users.has(task.assignee))
      throw new AppError(
        'engine-failed',
        `The task "${task.name}" (${task.elementId}) would go to a user who does not exist.`,
        { elementId: task.elementId },
      );
    return [userHolder(task.assignee)];
  }
  const holders = [
    ...task.candidateUsers.map(userHolder),
    ...task.candidateGroups.map((group) =>
      scope.subjectKind === 'none' ? plainGroupHolder(group) : holderIn(scope, line, group),
    ),
  ];
  if (planned && holders.length === 0)
    throw new AppError('engine-failed', `Nobody may do the task "${task.name}" (${task.elementId}).`, {
      elementId: task.elementId,
    });
  return [...new Set(holders)];
}

function holderIn(scope: InstanceScope, line: UnitLine | null, group: string): string {
  if (line) return holderOfGroup(scope.bundle.manifest, line, group);
  throw new AppError(
    'engine-failed',
    `A task is for "${group}", but the pupil of this process was never enrolled anywhere.`,
    { group, instanceId: scope.instanceId },
  );
}

/** `class-teacher`: a role of the plan, at the unit of its scope. `group:evaluation`: a working group of the school. */
export function holderOfGroup(manifest: PlanManifest, units: UnitLine, group: string): string {
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
