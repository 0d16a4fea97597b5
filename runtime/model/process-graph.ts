/**
 * The executable form of one BPMN process: plain JSON, immutable, storable in a bundle.
 * Every text that may hold `${…}` is kept as its checked source and evaluated when it is reached.
 */
export interface ProcessGraph {
  /** BPMN id of the process: the key of the process definition */
  readonly id: string;
  readonly name?: string;
  /** camunda:historyTimeToLive as written (180 or P180D); kept for the server */
  readonly historyTimeToLive?: string;
  readonly versionTag?: string;
  /** id of the none start event of the process itself; "" when it only starts at events */
  readonly start: string;
  /** start events of the process itself that wait for a message, a signal or a time, in document order */
  readonly eventStarts?: readonly string[];
  /** event subprocesses that stand in the process itself */
  readonly eventSubprocesses?: readonly string[];
  readonly nodes: Readonly<Record<string, GraphNode>>;
  readonly flows: Readonly<Record<string, GraphFlow>>;
}

export interface GraphFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** source of the condition, an expression */
  readonly condition?: string;
}

/** One input or output parameter: the value (text or expression) of variable `name`. */
export interface Mapping {
  readonly name: string;
  readonly value: string;
}

/** When a timer is due; exactly one of the three is set. */
export type TimerDefinition =
  | { readonly duration: string; readonly date?: undefined; readonly cycle?: undefined }
  | { readonly date: string; readonly duration?: undefined; readonly cycle?: undefined }
  /** R3/PT10M, R/P1D, R2/2026-09-01T08:00:00+08:00/P1D (ISO 8601 repeating interval) */
  | { readonly cycle: string; readonly duration?: undefined; readonly date?: undefined };

/** What an event waits for. Names and codes are texts that may hold `${…}` where Camunda 7 evaluates them. */
export type CatchTrigger =
  | { readonly on: 'timer'; readonly timer: TimerDefinition }
  | { readonly on: 'message'; readonly message: string }
  | { readonly on: 'signal'; readonly signal: string }
  /** no code: any error; the variables take the code and the message that were thrown */
  | {
      readonly on: 'error';
      readonly code?: string;
      readonly codeVariable?: string;
      readonly messageVariable?: string;
    }
  | { readonly on: 'escalation'; readonly code?: string; readonly codeVariable?: string };

/** camunda:in and camunda:out: one variable, an expression, or all of them. */
export type CallMapping =
  | { readonly all: true; readonly local?: boolean }
  | { readonly source: string; readonly target: string; readonly local?: boolean }
  | { readonly sourceExpression: string; readonly target: string; readonly local?: boolean };

export interface MultiInstance {
  readonly sequential: boolean;
  /** expression that gives a whole number */
  readonly cardinality?: string;
  /** name of a variable that holds a list, or an expression that gives one */
  readonly collection?: string;
  readonly elementVariable?: string;
  /** expression; true ends the activity and cancels the instances that are still open */
  readonly completionCondition?: string;
  /** continuations before and after each instance; those of the node itself are around all of them */
  readonly asyncBefore?: boolean;
  readonly asyncAfter?: boolean;
  readonly exclusive?: boolean;
  readonly retryCycle?: string;
}

export interface NodeBase {
  readonly id: string;
  /** activity type as Camunda 7 writes it into its history: userTask, noneEndEvent, boundaryTimer … */
  readonly type: string;
  readonly name?: string;
  /** id of the subprocess that the node stands in; absent in the process itself */
  readonly scope?: string;
  /** ids of the outgoing flows in document order */
  readonly outgoing: readonly string[];
  /** number of incoming flows */
  readonly incoming: number;
  readonly defaultFlow?: string;
  /** ids of the boundary events attached to the node */
  readonly boundaries?: readonly string[];
  readonly inputs?: readonly Mapping[];
  readonly outputs?: readonly Mapping[];
  /** camunda:properties */
  readonly properties?: Readonly<Record<string, string>>;
  readonly multiInstance?: MultiInstance;
  /** a job continues here (save points of Camunda 7) */
  readonly asyncBefore?: boolean;
  readonly asyncAfter?: boolean;
  /** false: its jobs may run beside other jobs of the instance; true unless written */
  readonly exclusive?: boolean;
  /** camunda:failedJobRetryTimeCycle: R5/PT5M, or intervals separated by commas */
  readonly retryCycle?: string;
}

export interface StartEventNode extends NodeBase {
  readonly kind: 'start-event';
  /** absent: a none start event */
  readonly trigger?: CatchTrigger;
  /** start event of an event subprocess only: whether it cancels what runs in the scope around it */
  readonly interrupting?: boolean;
  /** variable that receives the user who started the instance */
  readonly initiator?: string;
  /** form that is filled before the instance exists; kept for the server */
  readonly formKey?: string;
}

/** A message end event is an external task: Camunda 7 wants an implementation for it. */
export interface EndEventNode extends NodeBase {
  readonly kind: 'end-event';
  readonly result?:
    | { readonly throws: 'terminate' }
    | { readonly throws: 'error'; readonly code: string; readonly message?: string }
    | { readonly throws: 'escalation'; readonly code: string }
    | { readonly throws: 'signal'; readonly signal: string; readonly variables?: readonly CallMapping[] };
}

export interface UserTaskNode extends NodeBase {
  readonly kind: 'user-task';
  readonly assignee?: string;
  /** members of the comma-separated list as written; an expression gives text (a list again) or a list */
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
  readonly formKey?: string;
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly priority?: string;
}

export interface ExternalTaskNode extends NodeBase {
  readonly kind: 'external-task';
  readonly topic: string;
  readonly priority?: string;
}

export interface ReceiveTaskNode extends NodeBase {
  readonly kind: 'receive-task';
  readonly message: string;
}

/** Limited to the expression language: `${…}` whose value goes to the result variable. */
export interface ScriptTaskNode extends NodeBase {
  readonly kind: 'script-task';
  readonly script: string;
  readonly resultVariable?: string;
}

/** Evaluates a decision table (DMN 1.3) of the same bundle. */
export interface BusinessRuleTaskNode extends NodeBase {
  readonly kind: 'business-rule-task';
  readonly decision: string;
  readonly resultVariable?: string;
  /** as Camunda 7 maps results; resultList unless written */
  readonly mapResult: 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';
}

/** Runs another process of the same bundle in a variable scope of its own. */
export interface CallActivityNode extends NodeBase {
  readonly kind: 'call-activity';
  /** key of the process, a text that may hold `${…}` */
  readonly calledElement: string;
  readonly businessKey?: string;
  readonly in: readonly CallMapping[];
  readonly out: readonly CallMapping[];
}

/** Task, manual task: nothing to wait for. */
export interface PassThroughNode extends NodeBase {
  readonly kind: 'pass-through';
}

export interface ExclusiveGatewayNode extends NodeBase {
  readonly kind: 'exclusive-gateway';
}

export interface ParallelGatewayNode extends NodeBase {
  readonly kind: 'parallel-gateway';
}

export interface InclusiveGatewayNode extends NodeBase {
  readonly kind: 'inclusive-gateway';
}

/** Waits for the first of the catch events behind it. */
export interface EventBasedGatewayNode extends NodeBase {
  readonly kind: 'event-based-gateway';
}

export interface CatchEventNode extends NodeBase {
  readonly kind: 'catch-event';
  readonly trigger: CatchTrigger;
}

/** None, signal and escalation throw events and link events; a message throw event is an external task. */
export interface ThrowEventNode extends NodeBase {
  readonly kind: 'throw-event';
  readonly result?:
    | { readonly throws: 'signal'; readonly signal: string; readonly variables?: readonly CallMapping[] }
    | { readonly throws: 'escalation'; readonly code: string }
    /** id of the link catch event of the same name and scope */
    | { readonly throws: 'link'; readonly target: string };
}

export interface BoundaryEventNode extends NodeBase {
  readonly kind: 'boundary-event';
  readonly attachedTo: string;
  /** true when the event cancels the activity that it is attached to */
  readonly interrupting: boolean;
  readonly trigger: CatchTrigger;
}

export interface SubprocessNode extends NodeBase {
  readonly kind: 'subprocess';
  /** id of the none start event inside */
  readonly start: string;
  readonly eventSubprocesses?: readonly string[];
}

/** Begins at its one start event when that event occurs in the scope around it. */
export interface EventSubprocessNode extends NodeBase {
  readonly kind: 'event-subprocess';
  readonly start: string;
  readonly eventSubprocesses?: readonly string[];
}

export type GraphNode =
  | StartEventNode
  | EndEventNode
  | UserTaskNode
  | ExternalTaskNode
  | ReceiveTaskNode
  | ScriptTaskNode
  | BusinessRuleTaskNode
  | CallActivityNode
  | PassThroughNode
  | ExclusiveGatewayNode
  | ParallelGatewayNode
  | InclusiveGatewayNode
  | EventBasedGatewayNode
  | CatchEventNode
  | ThrowEventNode
  | BoundaryEventNode
  | SubprocessNode
  | EventSubprocessNode;

export type NodeKind = GraphNode['kind'];
export type NodeOfKind<K extends NodeKind> = Extract<GraphNode, { readonly kind: K }>;

/** What a node holds beyond NodeBase, by kind. */
export type NodeDetails = {
  [K in NodeKind]: { readonly kind: K; readonly type: string } & Omit<NodeOfKind<K>, keyof NodeBase | 'kind'>;
}[NodeKind];
