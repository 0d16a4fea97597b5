import type { UserTaskNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import type { UserTaskCreated } from '../effect.ts';
import { evaluateDue, evaluateInteger, evaluateList, evaluateText } from '../evaluate.ts';
import { calendarOf } from '../events/calendar.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { visibleVariables } from '../variable-scopes.ts';

const DEFAULT_PRIORITY = 50;

/** Waits for a person. Who, until when and by which form is settled when the task is created. */
export const userTask: Behaviour<UserTaskNode> = {
  enter(run, node, token) {
    run.rest(token);
    run.emit(taskOf(run, node, token));
  },
  endWait(run, node, token, reason) {
    run.emit({ type: 'user-task-ended', token: token.i, elementId: node.id, reason });
  },
};

function taskOf(run: Run, node: UserTaskNode, token: Token): UserTaskCreated {
  const variables = visibleVariables(run, token);
  const at = (attribute: string) => ({ elementId: node.id, attribute });
  const text = (attribute: string, source: string | undefined) =>
    source === undefined ? undefined : evaluateText(source, variables, at(attribute));
  const due = (attribute: string, source: string | undefined) =>
    source === undefined
      ? undefined
      : evaluateDue(source, variables, run.now, at(attribute), calendarOf(run, node));
  const list = (attribute: string, sources: readonly string[] | undefined) =>
    evaluateList(sources ?? [], variables, at(attribute));
  const formKey = text('formKey', node.formKey);
  const assignee = text('assignee', node.assignee);
  const dueDate = due('dueDate', node.dueDate);
  const followUpDate = due('followUpDate', node.followUpDate);
  return {
    type: 'user-task-created',
    token: token.i,
    elementId: node.id,
    name: text('name', node.name) ?? node.id,
    ...(formKey !== undefined && { formKey }),
    ...(assignee !== undefined && { assignee }),
    candidateUsers: list('candidateUsers', node.candidateUsers),
    candidateGroups: list('candidateGroups', node.candidateGroups),
    ...(dueDate !== undefined && { dueDate }),
    ...(followUpDate !== undefined && { followUpDate }),
    priority:
      node.priority === undefined
        ? DEFAULT_PRIORITY
        : evaluateInteger(node.priority, variables, at('priority')),
  };
}
