import type { Variables } from '../expressions/expression.ts';

/** What is asked of the engine, with the engine's own ids. Every one of them may be delivered more than once. */
export type EngineCommand =
  | StartInstance
  | CompleteTask
  | ReportError
  | ReportEscalation
  | ChangeVariables
  | SuspendInstance
  | ModifyInstance
  | MigrateInstance
  | HoldTask
  | TriggerActivity
  | SetActivityVariables
  | CorrelateMessage
  | ThrowSignal
  | RetryWork
  | CancelInstance;

export interface StartInstance {
  readonly type: 'start';
  /** Our instance: kept in a variable, by which a repeat finds what was started before. */
  readonly instanceId: string;
  readonly definitionId: string;
  readonly businessKey: string;
  readonly variables: Variables;
  /** A start event other than the none start event. */
  readonly startEventId?: string;
}

export interface CompleteTask {
  readonly type: 'complete-task';
  readonly taskId: string;
  readonly variables: Variables;
}

export interface ReportError {
  readonly type: 'report-error';
  readonly taskId: string;
  readonly code: string;
  readonly message?: string;
  readonly variables: Variables;
}

export interface ReportEscalation {
  readonly type: 'report-escalation';
  readonly taskId: string;
  readonly code: string;
  readonly variables: Variables;
}

export interface ChangeVariables {
  readonly type: 'change-variables';
  readonly engineInstanceId: string;
  readonly variables: Variables;
  readonly remove: readonly string[];
}

export interface SuspendInstance {
  readonly type: 'suspend';
  readonly engineInstanceId: string;
  readonly suspended: boolean;
}

export interface ModifyInstance {
  readonly type: 'modify';
  readonly engineInstanceId: string;
  /** Id of our command: what is started carries it, by which a repeat sees that it has happened. */
  readonly commandId: string;
  /** Call activity whose called process is meant, by the id of its activity instance; null: the instance itself. */
  readonly call: string | null;
  readonly instructions: readonly EngineInstruction[];
}

/** In the order given; activities by the ids of their activity instances. */
export type EngineInstruction =
  | { readonly do: 'cancel'; readonly activity: string }
  | {
      readonly do: 'start-before' | 'start-after';
      readonly elementId: string;
      readonly variables: Variables;
      readonly ancestor?: string;
    }
  | {
      readonly do: 'start-transition';
      readonly flowId: string;
      readonly variables: Variables;
      readonly ancestor?: string;
    };

export interface MigrateInstance {
  readonly type: 'migrate';
  readonly engineInstanceId: string;
  readonly fromDefinitionId: string;
  readonly toDefinitionId: string;
  readonly mappings: readonly EngineMapping[];
}

/** One activity of the source that becomes one of the target; a multi-instance body has an id of its own. */
export interface EngineMapping {
  readonly from: string;
  readonly to: string;
  readonly updateEventTrigger: boolean;
}

/** Who has a user task: the whole of it, so that it may be set again. */
export interface HoldTask {
  readonly type: 'hold-task';
  readonly taskId: string;
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly delegation: 'pending' | 'resolved' | null;
}

/** Lets an activity go on that waits for a message, a signal, a timer or a worker. */
export interface TriggerActivity {
  readonly type: 'trigger';
  /** Id of its activity instance. */
  readonly activity: string;
  readonly on: 'message' | 'signal' | 'timer' | 'external-task';
  readonly variables: Variables;
  readonly localVariables?: Variables;
  /** External task: it ends with this BPMN error. */
  readonly error?: { readonly code: string; readonly message?: string };
}

export interface SetActivityVariables {
  readonly type: 'set-activity-variables';
  /** Id of its activity instance. */
  readonly activity: string;
  /** User task from which they are set outwards, to where the name exists; null: local to the activity. */
  readonly taskId: string | null;
  readonly variables: Variables;
  readonly remove: readonly string[];
}

export interface CorrelateMessage {
  readonly type: 'correlate-message';
  /** Id of our command: whoever gets the message keeps it. */
  readonly commandId: string;
  /** Null: whoever waits for it. */
  readonly engineInstanceId: string | null;
  readonly name: string;
  readonly businessKey?: string;
  /** Empty: definitions without a tenant; absent: any. */
  readonly tenantId?: string;
  readonly correlationKeys: Variables;
  readonly localCorrelationKeys: Variables;
  readonly variables: Variables;
  readonly localVariables: Variables;
  /** To everybody who waits; otherwise to the one, and none or several are refused. */
  readonly all: boolean;
}

export interface ThrowSignal {
  readonly type: 'throw-signal';
  readonly commandId: string;
  readonly name: string;
  readonly variables: Variables;
  /** Null: for everyone; empty: definitions without a tenant. */
  readonly tenantId: string | null;
}

export interface RetryWork {
  readonly type: 'retry-work';
  readonly work: 'job' | 'external-task';
  /** Id on the engine. */
  readonly workId: string;
  readonly retries: number;
}

export interface CancelInstance {
  readonly type: 'cancel';
  readonly engineInstanceId: string;
  readonly reason: string;
}

export type EngineCommandType = EngineCommand['type'];
export type EngineCommandOf<T extends EngineCommandType> = Extract<EngineCommand, { readonly type: T }>;
