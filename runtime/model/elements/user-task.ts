import { dueOf, listOf, numberOf, templateOf } from '../checked-values.ts';
import { childrenOf, idOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';

export const userTask: ElementReader = {
  type: 'bpmn:UserTask',
  camunda: [
    'assignee',
    'candidateUsers',
    'candidateGroups',
    'formKey',
    'dueDate',
    'followUpDate',
    'priority',
  ],
  takesMappings: true,
  read(element, report) {
    const [role] = childrenOf(element, 'resources');
    if (role !== undefined)
      report.add(
        'unsupported-element',
        { elementId: idOf(element) },
        `The user task "${idOf(element)}" names its people by BPMN resource roles; use camunda:assignee or camunda:candidateGroups`,
        { type: 'resourceRole', advice: 'use camunda:assignee or camunda:candidateGroups' },
      );
    templateOf(element, 'name', report);
    const assignee = templateOf(element, 'camunda:assignee', report);
    const candidateUsers = listOf(element, 'camunda:candidateUsers', report);
    const candidateGroups = listOf(element, 'camunda:candidateGroups', report);
    const formKey = templateOf(element, 'camunda:formKey', report);
    const dueDate = dueOf(element, 'camunda:dueDate', report);
    const followUpDate = dueOf(element, 'camunda:followUpDate', report);
    const priority = numberOf(element, 'camunda:priority', report);
    return {
      kind: 'user-task',
      type: 'userTask',
      ...(assignee !== undefined && { assignee }),
      ...(candidateUsers !== undefined && { candidateUsers }),
      ...(candidateGroups !== undefined && { candidateGroups }),
      ...(formKey !== undefined && { formKey }),
      ...(dueDate !== undefined && { dueDate }),
      ...(followUpDate !== undefined && { followUpDate }),
      ...(priority !== undefined && { priority }),
    };
  },
};
