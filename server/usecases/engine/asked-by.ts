import type { UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';

export interface AskedBy {
  /** Keys of roles, `group:<kind>`, `pupil`, or `person`: somebody else. */
  readonly asked: string[];
  readonly dueAt: string | null;
}

/** Whom a user task that does not exist yet would ask, without naming anybody, and until when. */
export function askedBy(
  { assignee, candidateUsers, candidateGroups, dueDate }: UserTaskCreated,
  pupilUserId: string | null,
): AskedBy {
  const people = [...(assignee === undefined ? [] : [assignee]), ...candidateUsers];
  const kinds = people.map((id) => (id === pupilUserId ? 'pupil' : 'person'));
  return {
    asked: [...new Set([...kinds, ...candidateGroups])],
    dueAt: dueDate === undefined ? null : new Date(dueDate).toISOString(),
  };
}
