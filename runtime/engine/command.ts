import type { Variables } from '../expressions/expression.ts';

/**
 * What can happen to a process instance. `token` is the number of a token at rest in its state;
 * one that is no longer there is refused with TOKEN_GONE.
 */
export type Command =
  | StartCommand
  | CompleteUserTaskCommand
  | CompleteExternalTaskCommand
  | ThrowErrorCommand
  | ThrowEscalationCommand
  | FireTimerCommand
  | RunJobCommand
  | DeliverMessageCommand
  | DeliverSignalCommand
  | SetVariablesCommand
  | ModifyCommand
  | CancelCommand;

export interface StartCommand {
  readonly type: 'start';
  readonly variables: Variables;
  /** a start event of the process; its none start event unless given */
  readonly startEventId?: string;
  readonly businessKey?: string;
  /** user who starts the instance: value of the variable named by camunda:initiator */
  readonly initiator?: string;
}

export interface CompleteUserTaskCommand {
  readonly type: 'complete-user-task';
  readonly token: number;
  readonly variables: Variables;
}

export interface CompleteExternalTaskCommand {
  readonly type: 'complete-external-task';
  readonly token: number;
  readonly variables: Variables;
  /** set in the scope of the task only: visible to its output mapping */
  readonly localVariables?: Variables;
}

/** A worker or a person reports a BPMN error. When nothing catches it, the token ends as at a none end event (Camunda 7's default). */
export interface ThrowErrorCommand {
  readonly type: 'throw-error';
  readonly token: number;
  readonly code: string;
  readonly message?: string;
  readonly variables?: Variables;
}

export interface ThrowEscalationCommand {
  readonly type: 'throw-escalation';
  readonly token: number;
  readonly code: string;
  readonly variables?: Variables;
}

export interface FireTimerCommand {
  readonly type: 'fire-timer';
  readonly token: number;
}

/** Goes on at an async continuation. */
export interface RunJobCommand {
  readonly type: 'run-job';
  readonly token: number;
}

export interface DeliverMessageCommand {
  readonly type: 'deliver-message';
  /** token that a `subscription-created` named */
  readonly token: number;
  readonly variables: Variables;
  readonly localVariables?: Variables;
}

export interface DeliverSignalCommand {
  readonly type: 'deliver-signal';
  readonly token: number;
  readonly variables: Variables;
}

export interface SetVariablesCommand {
  readonly type: 'set-variables';
  /** scope: a token at rest; the process instance unless given */
  readonly token?: number;
  /** true: in that scope itself; otherwise where the name exists, else on the process instance */
  readonly local?: boolean;
  readonly variables: Variables;
  /** names to remove */
  readonly remove?: readonly string[];
}

/** Process instance modification (Camunda 7 manual, "Process Instance Modification"): in the order given. */
export interface ModifyCommand {
  readonly type: 'modify';
  readonly instructions: readonly ModifyInstruction[];
}

export type ModifyInstruction =
  /** one activity instance with everything inside it */
  | { readonly do: 'cancel'; readonly token: number }
  /** every activity instance at the element */
  | { readonly do: 'cancel-all'; readonly elementId: string }
  | {
      readonly do: 'start-before' | 'start-after';
      readonly elementId: string;
      readonly variables?: Variables;
      /** token of the scope instance to start in when there are several */
      readonly ancestor?: number;
    }
  /** takes the sequence flow */
  | {
      readonly do: 'start-transition';
      readonly flowId: string;
      readonly variables?: Variables;
      readonly ancestor?: number;
    };

export interface CancelCommand {
  readonly type: 'cancel';
  readonly reason: string;
}

export type CommandType = Command['type'];
export type CommandOfType<T extends CommandType> = Extract<Command, { readonly type: T }>;
