/** One line of docs/bpmn-support.md: what is supported, and what has to be known about it. */
export interface SupportRow {
  /** what a definition says it proves */
  readonly id: string;
  readonly what: string;
  readonly notes: string;
}

export interface SupportTable {
  readonly title: string;
  readonly rows: readonly SupportRow[];
}

const row = (id: string, what: string, notes = ''): SupportRow => ({ id, what, notes });

/** Everything that a definition may hold; each row is proved by a definition that runs on both engines. */
export const SUPPORT_TABLES: readonly SupportTable[] = [
  {
    title: 'Start events',
    rows: [
      row('start-none', 'none', 'one in each process and subprocess; `camunda:formKey`, `camunda:initiator`'),
      row('start-message', 'message', 'of the process; its name is in use once'),
      row('start-signal', 'signal', 'of the process'),
      row('start-timer', 'timer', 'of the process; `timeDate`, `timeDuration`, `timeCycle`'),
      row(
        'event-subprocess-error',
        'error, in an event subprocess',
        'always interrupting; with code and message variable',
      ),
      row('event-subprocess-escalation', 'escalation, in an event subprocess, interrupting'),
      row(
        'event-subprocess-escalation-non-interrupting',
        'escalation, in an event subprocess, non-interrupting',
      ),
      row('event-subprocess-message', 'message, in an event subprocess, interrupting'),
      row('event-subprocess-message-non-interrupting', 'message, in an event subprocess, non-interrupting'),
      row('event-subprocess-signal', 'signal, in an event subprocess, interrupting'),
      row('event-subprocess-signal-non-interrupting', 'signal, in an event subprocess, non-interrupting'),
      row('event-subprocess-timer', 'timer, in an event subprocess, interrupting'),
      row('event-subprocess-timer-non-interrupting', 'timer, in an event subprocess, non-interrupting'),
    ],
  },
  {
    title: 'End events',
    rows: [
      row('end-none', 'none', 'the scope ends with its last token'),
      row('end-terminate', 'terminate', 'ends the scope that it stands in, with everything inside'),
      row('end-error', 'error', 'uncaught: the token ends as at a none end event'),
      row('end-escalation', 'escalation'),
      row('end-signal', 'signal'),
      row('end-message', 'message', 'an external task: `camunda:type="external"` and `camunda:topic`'),
    ],
  },
  {
    title: 'Intermediate events',
    rows: [
      row('catch-timer', 'timer, catching', '`timeDuration`, `timeDate`, expressions'),
      row('catch-message', 'message, catching', 'the name may hold expressions'),
      row('catch-signal', 'signal, catching'),
      row('catch-link', 'link, catching'),
      row('throw-none', 'none', 'passed at once'),
      row('throw-link', 'link, throwing', 'to the link of the same name in the same scope'),
      row('throw-signal', 'signal, throwing', 'to everyone who waits, in this instance and in others'),
      row('throw-escalation', 'escalation, throwing'),
      row('throw-message', 'message, throwing', 'an external task, as the message end event'),
    ],
  },
  {
    title: 'Boundary events',
    rows: [
      row('boundary-timer', 'timer, interrupting'),
      row('boundary-timer-non-interrupting', 'timer, non-interrupting'),
      row(
        'timer-cycle',
        '`timeCycle`',
        'on timers that do not interrupt, and on start events: `R3/PT1H`, `R/P1D`',
      ),
      row('boundary-message', 'message, interrupting'),
      row('boundary-message-non-interrupting', 'message, non-interrupting'),
      row('boundary-signal', 'signal, interrupting'),
      row('boundary-signal-non-interrupting', 'signal, non-interrupting'),
      row(
        'boundary-error',
        'error',
        'with code, or any; `camunda:errorCodeVariable`, `camunda:errorMessageVariable`',
      ),
      row('boundary-escalation', 'escalation, interrupting', 'on subprocesses, call activities, user tasks'),
      row('boundary-escalation-non-interrupting', 'escalation, non-interrupting'),
    ],
  },
  {
    title: 'Tasks',
    rows: [
      row('user-task', 'user task', 'see its attributes below'),
      row('service-task', 'service task', '`camunda:type="external"`'),
      row('send-task', 'send task', '`camunda:type="external"`'),
      row('receive-task', 'receive task'),
      row(
        'business-rule-task',
        'business rule task',
        'a decision table of the same bundle or deployment (DMN 1.3); `camunda:mapDecisionResult`',
      ),
      row(
        'script-task',
        'script task',
        '`scriptFormat="juel"`: one expression, its value goes to `camunda:resultVariable`',
      ),
      row('manual-task', 'manual task', 'passed at once'),
      row('task', 'task', 'passed at once'),
    ],
  },
  {
    title: 'Gateways and sequence flows',
    rows: [
      row('exclusive-gateway', 'exclusive gateway', 'flows in the order of the file'),
      row('parallel-gateway', 'parallel gateway', 'fork and join; no conditions on its flows'),
      row(
        'inclusive-gateway',
        'inclusive gateway',
        'the join waits as long as a token of its scope can still reach it',
      ),
      row('event-based-gateway', 'event-based gateway', 'before timer, message and signal catch events'),
      row('sequence-flow', 'sequence flow', 'several out of an activity: all are taken together'),
      row('condition', 'condition', 'an expression that gives true or false'),
      row('default-flow', 'default flow', 'of gateways and activities'),
    ],
  },
  {
    title: 'Subprocesses, calls, repetition',
    rows: [
      row('subprocess', 'embedded subprocess'),
      row(
        'call-activity',
        'call activity',
        '`calledElement` may be an expression; the version is that of the bundle',
      ),
      row('call-in', '`camunda:in`', 'source, sourceExpression, all variables, local'),
      row(
        'call-out',
        '`camunda:out`',
        'as `camunda:in`; also when an error or escalation leaves the called process',
      ),
      row('call-business-key', '`camunda:in businessKey`'),
      row(
        'multi-instance-parallel',
        'multi-instance, parallel',
        'of tasks, subprocesses and call activities',
      ),
      row('multi-instance-sequential', 'multi-instance, sequential'),
      row('collection', '`camunda:collection`', 'a variable or an expression that gives a list'),
      row('element-variable', '`camunda:elementVariable`'),
      row('loop-cardinality', 'loopCardinality'),
      row(
        'completion-condition',
        'completionCondition',
        'with `nrOfInstances`, `nrOfCompletedInstances`, `nrOfActiveInstances`',
      ),
    ],
  },
  {
    title: 'Attributes',
    rows: [
      row('element-name', '`name` of a user task', 'may hold expressions'),
      row('assignee', '`camunda:assignee`', 'text or expression'),
      row(
        'candidate-users',
        '`camunda:candidateUsers`',
        'list separated by commas; an expression may give a list',
      ),
      row('candidate-groups', '`camunda:candidateGroups`', 'as candidateUsers'),
      row('form-key', '`camunda:formKey`', 'text or expression'),
      row('due-date', '`camunda:dueDate`', 'ISO 8601 duration from now, date with zone, or expression'),
      row('follow-up-date', '`camunda:followUpDate`', 'as dueDate'),
      row('priority', '`camunda:priority`', 'whole number or expression; 50 without'),
      row('topic', '`camunda:topic`', 'text or expression'),
      row('task-priority', '`camunda:taskPriority`', 'on external tasks and the process; 0 without'),
      row(
        'input-output',
        '`camunda:inputOutput`',
        'parameters of text or expression; no lists, maps, scripts',
      ),
      row(
        'async-before',
        '`camunda:asyncBefore`',
        'on activities, gateways and events; with `camunda:exclusive`',
      ),
      row('async-after', '`camunda:asyncAfter`'),
      row(
        'properties',
        '`camunda:properties`',
        'without effect, except `calendar` = `working-days`: durations count working days here',
      ),
    ],
  },
  {
    title: 'Commands',
    rows: [
      row(
        'variables',
        'set, change and remove variables',
        'of the process instance, of an activity, local or where the name exists',
      ),
      row(
        'modification',
        'modify an instance',
        'start before or after an element, take a flow, cancel one or all; a multi-instance as a whole is `x#multiInstanceBody`',
      ),
      row(
        'migration',
        'migrate an instance',
        'elements renamed, added or removed; subprocesses stay around what is active; through the API of OnePlan',
      ),
      row('cancel', 'cancel an instance'),
    ],
  },
];
