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
  /** id of the none start event of the process itself */
  readonly start: string;
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

/** When a timer is due; exactly one of the two is set. */
export type TimerDefinition =
  | { readonly duration: string; readonly date?: undefined }
  | { readonly date: string; readonly duration?: undefined };

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
}

export interface StartEventNode extends NodeBase {
  readonly kind: 'start-event';
  /** variable that receives the user who started the instance */
  readonly initiator?: string;
  /** form that is filled before the instance exists; kept for the server */
  readonly formKey?: string;
}

export interface EndEventNode extends NodeBase {
  readonly kind: 'end-event';
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

/** Task and manual task: nothing to wait for. */
export interface PassThroughNode extends NodeBase {
  readonly kind: 'pass-through';
}

export interface ExclusiveGatewayNode extends NodeBase {
  readonly kind: 'exclusive-gateway';
}

export interface ParallelGatewayNode extends NodeBase {
  readonly kind: 'parallel-gateway';
}

export interface TimerCatchNode extends NodeBase {
  readonly kind: 'timer-catch';
  readonly timer: TimerDefinition;
}

export interface BoundaryTimerNode extends NodeBase {
  readonly kind: 'boundary-timer';
  readonly attachedTo: string;
  /** true when the timer cancels the activity that it is attached to */
  readonly interrupting: boolean;
  readonly timer: TimerDefinition;
}

export interface SubprocessNode extends NodeBase {
  readonly kind: 'subprocess';
  /** id of the none start event inside */
  readonly start: string;
}

export type GraphNode =
  | StartEventNode
  | EndEventNode
  | UserTaskNode
  | ExternalTaskNode
  | PassThroughNode
  | ExclusiveGatewayNode
  | ParallelGatewayNode
  | TimerCatchNode
  | BoundaryTimerNode
  | SubprocessNode;

export type NodeKind = GraphNode['kind'];
export type NodeOfKind<K extends NodeKind> = Extract<GraphNode, { readonly kind: K }>;

/** What a node holds beyond NodeBase, by kind. */
export type NodeDetails = {
  [K in NodeKind]: { readonly kind: K; readonly type: string } & Omit<NodeOfKind<K>, keyof NodeBase | 'kind'>;
}[NodeKind];
