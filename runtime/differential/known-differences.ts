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
  {
    definition: 'modify-behind-event-based-gateway',
    run: 2,
    shows: 'active: one only here',
    what: 'An event behind an event-based gateway that a modification starts waits for what it says.',
    reason:
      'Whoever starts before an event means to wait for it; Operaton 1.0.3 takes it for occurred and passes it at once.',
  },
  {
    definition: 'modify-last-instance',
    run: 1,
    shows: 'active: all#multiInstanceBody only on the reference',
    what: 'A multi-instance whose last open instance is cancelled by a modification is cancelled, also when others have ended.',
    reason: 'Operaton 1.0.3 keeps the body with nothing in it, and the instance stands still for ever.',
  },
  ...[2, 5].map((run) => ({
    definition: 'modify-event-subprocess',
    run,
    shows: '"at":"!ms","kind":"message"',
    what: 'An interrupting event subprocess of the process that a modification starts is waited for no more.',
    reason:
      'So it is when its event occurs, and in a subprocess; at the process itself Operaton 1.0.3 leaves the subscription.',
  })),
  {
    definition: 'modify-nested-event-subprocess',
    run: 1,
    shows: 'history: on-message (subProcess) running only on the reference',
    what: 'In the history, an event subprocess that a modification starts stands in its subprocess.',
    reason: 'Operaton 1.0.3 writes it as if it stood in the process itself, as its activity tree does not.',
  },
  {
    definition: 'migrate-multi-instance',
    run: 1,
    shows: '"name":"loopCounter","value":0} only on the reference',
    what: 'Migrating a multi-instance adds no variables to its body.',
    reason: 'Operaton 1.0.3 leaves the loop counter of an instance that has ended behind at the body.',
  },
  {
    definition: 'migrate-multi-instance',
    run: 4,
    shows: 'accepted by the reference, refused here',
    what: 'A multi-instance is migrated to a multi-instance of its kind only.',
    reason:
      'Its instances would become tasks that nobody asked for several times, each of which goes on by itself.',
  },
  ...[3, 4].map((run) => ({
    definition: 'migrate-subprocess',
    run,
    shows: 'accepted by the reference, refused here',
    what: 'Migration adds no subprocess around what is active, and takes none away.',
    reason:
      'The inputs of a subprocess that is added half way were never mapped, and local variables of one that is taken away would be lost; end the work inside first, or move the instance by a modification.',
  })),
  {
    definition: 'migrate-waits',
    run: 3,
    shows: 'accepted by the reference, refused here',
    what: 'A catch event is migrated to one that waits for the same kind of event only.',
    reason:
      'Operaton 1.0.3 keeps the subscription or timer of the one that was, so that what the diagram says never happens.',
  },
];
