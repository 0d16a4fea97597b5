/** Who does a user task, as one choice: a role, whoever started the process, or what stands there already. */

export interface TaskPeople {
  readonly assignee?: string;
  readonly candidateGroups?: string;
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the process, not of this file
const initiator = '${initiator}';

/** The choice for "whoever started it". */
export const initiatorChoice = `assignee:${initiator}`;

/** The choice that a task's people amount to; empty when nobody is named. */
export function choiceOf({ assignee, candidateGroups }: TaskPeople): string {
  if (assignee) return `assignee:${assignee}`;
  return candidateGroups ? `role:${candidateGroups}` : '';
}

/** The people that a choice stands for; the other property is cleared. */
export function peopleOf(choice: string): {
  assignee: string | undefined;
  candidateGroups: string | undefined;
} {
  const [, kind, value] = /^(assignee|role):(.*)$/s.exec(choice) ?? [];
  return {
    assignee: kind === 'assignee' ? value : undefined,
    candidateGroups: kind === 'role' ? value : undefined,
  };
}
