/** Where the embedded engine means to differ from the reference. Each is asserted to occur, so none can linger. */
export interface KnownDifference {
  /** hand-written definition that shows it */
  readonly definition: string;
  /** run of that definition, the first is 1 */
  readonly run: number;
  /** part of the sentence by which the comparison tells it */
  readonly shows: string;
  readonly what: string;
  readonly reason: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    definition: 'output-mapping-on-cancel',
    run: 1,
    shows: 'variables: {"at":"","name":"out","value":"1"} only on the reference',
    what: 'Output mappings of an activity that is cancelled are not executed.',
    reason:
      'Results of work that was never finished do not belong into the record; Camunda 7 has the same with skipOutputMappingOnCanceledActivities.',
  },
  {
    definition: 'user-task-without-candidates',
    run: 1,
    shows: 'accepted here, refused by the reference',
    what: 'An expression of candidateUsers or candidateGroups may give null: nobody.',
    reason:
      'An empty candidate set is a case that the plan lays down (空审批人); on Camunda 7 the step before it fails and the instance stands still.',
  },
  {
    definition: 'user-task-without-candidates',
    run: 2,
    shows: '"candidateUsers":[""]',
    what: 'An empty text in candidateUsers or candidateGroups is nobody.',
    reason: 'Camunda 7 writes a candidate without a name, whom nobody can be.',
  },
  {
    definition: 'parallel-join-same-flow-twice',
    run: 1,
    shows: 'after start',
    what: 'A parallel join counts one token for each incoming flow; a second token by the same flow waits for the next round.',
    reason:
      'BPMN 2.0, 13.4.1. Camunda 7 counts it in place of the missing one, so that a step is skipped that nobody has done.',
  },
  {
    definition: 'error-uncaught-in-sequential-instance',
    run: 1,
    shows: 'tasks: ',
    what: 'A user task that ends by an error which nothing catches is gone.',
    reason:
      'In a multi-instance Operaton 1.0.3 ends the instance and leaves its task open, which then belongs to nothing.',
  },
  {
    definition: 'error-uncaught-before-save-point',
    run: 1,
    shows: 'externalTasks: ',
    what: 'An external task that ends by an error which nothing catches is gone.',
    reason:
      'Where the task has asyncAfter, Operaton 1.0.3 ends its activity and leaves the external task open, which then belongs to nothing.',
  },
  {
    definition: 'cancelled-scope-with-save-point',
    run: 1,
    shows: 'history: outer (subProcess) canceled only here',
    what: 'The history of a subprocess that is cancelled keeps its name.',
    reason:
      'When nothing but a save point (asyncBefore) waits in it, Operaton 1.0.3 writes the end of the subprocess under the id of the element that waits.',
  },
];
