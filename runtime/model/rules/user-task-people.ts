import { type GraphRule, nodesOf } from './graph-rule.ts';

/** Every user task is in somebody's inbox: it names an assignee or candidates. */
export const userTaskPeople: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph))
    if (node.kind === 'user-task' && !node.assignee && !node.candidateUsers && !node.candidateGroups)
      report.add(
        'user-task-unassigned',
        { elementId: node.id },
        `Nobody can do the user task "${node.id}"; set camunda:assignee, candidateUsers or candidateGroups`,
      );
};
