import type { Variables } from '../expressions/expression.ts';

/** What is asked of the engine, with the engine's own ids. Every one of them may be delivered more than once. */
export type EngineCommand =
  | StartInstance
  | CompleteTask
  | ReportError
  | ReportEscalation
  | ChangeVariables
  | SuspendInstance
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

export interface CancelInstance {
  readonly type: 'cancel';
  readonly engineInstanceId: string;
  readonly reason: string;
}

export type EngineCommandType = EngineCommand['type'];
export type EngineCommandOf<T extends EngineCommandType> = Extract<EngineCommand, { readonly type: T }>;
