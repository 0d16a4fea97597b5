import type { Variables } from '../expressions/expression.ts';

/**
 * What can happen to a process instance. `token` is the number of a token at rest in its state;
 * one that is no longer there is refused with TOKEN_GONE.
 */
export type Command =
  | StartCommand
  | CompleteUserTaskCommand
  | CompleteExternalTaskCommand
  | FireTimerCommand
  | CancelCommand;

export interface StartCommand {
  readonly type: 'start';
  readonly variables: Variables;
  /** must be the none start event of the process when given */
  readonly startEventId?: string;
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
}

export interface FireTimerCommand {
  readonly type: 'fire-timer';
  readonly token: number;
}

export interface CancelCommand {
  readonly type: 'cancel';
  readonly reason: string;
}

export type CommandType = Command['type'];
export type CommandOfType<T extends CommandType> = Extract<Command, { readonly type: T }>;
