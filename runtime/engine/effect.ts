import type { Variables } from '../expressions/expression.ts';
import type { EndReason } from './instance-state.ts';

/**
 * What a step has brought about, in the order in which Camunda 7 would write it: all that the server
 * has to persist. Plain JSON; expressions are evaluated; times are milliseconds since 1970 in UTC.
 * `token` and `activity` are numbers unique within the instance, and the activity that waits as token n
 * is activity n, so a task is joined to its history by (instance, number).
 */
export type Effect =
  | UserTaskCreated
  | WaitEnded<'user-task-ended'>
  | ExternalTaskCreated
  | WaitEnded<'external-task-ended'>
  | TimerCreated
  | WaitEnded<'timer-ended'>
  | ContinuationCreated
  | WaitEnded<'continuation-ended'>
  | SubscriptionCreated
  | WaitEnded<'subscription-ended'>
  | SignalThrown
  | ActivityStarted
  | ActivityEnded
  | SequenceFlowTaken
  | VariablesChanged
  | InstanceEnded;

export interface UserTaskCreated {
  readonly type: 'user-task-created';
  readonly token: number;
  readonly elementId: string;
  readonly name: string;
  readonly formKey?: string;
  readonly assignee?: string;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  readonly dueDate?: number;
  readonly followUpDate?: number;
  /** 50 unless the definition says otherwise */
  readonly priority: number;
  /** key of the called process that it belongs to; absent: the process of the instance itself */
  readonly process?: string;
  readonly call?: number;
}

export interface ExternalTaskCreated {
  readonly type: 'external-task-created';
  readonly token: number;
  readonly elementId: string;
  readonly topic: string;
  /** 0 unless the definition says otherwise */
  readonly priority: number;
  /** what the input mapping made; the variables of the instance are visible to the worker as well */
  readonly variables?: Variables;
  readonly process?: string;
  readonly call?: number;
}

export interface TimerCreated {
  readonly type: 'timer-created';
  readonly token: number;
  readonly elementId: string;
  readonly dueAt: number;
  /** camunda:failedJobRetryTimeCycle of the element */
  readonly retryCycle?: string;
  readonly process?: string;
  readonly call?: number;
}

/** A job that goes on where an async continuation stopped: command `run-job`. */
export interface ContinuationCreated {
  readonly type: 'continuation-created';
  readonly token: number;
  readonly elementId: string;
  readonly where: 'before' | 'after';
  /** jobs of one instance that are exclusive never run at the same time */
  readonly exclusive: boolean;
  readonly retryCycle?: string;
  readonly process?: string;
  readonly call?: number;
}

/** The token waits for a message or a signal: commands `deliver-message`, `deliver-signal`. */
export interface SubscriptionCreated {
  readonly type: 'subscription-created';
  readonly token: number;
  readonly elementId: string;
  readonly on: 'message' | 'signal';
  readonly name: string;
  readonly process?: string;
  readonly call?: number;
}

/**
 * A signal for everyone. Subscriptions of this instance have received it within the step; the caller delivers it to
 * other instances and to signal start events.
 */
export interface SignalThrown {
  readonly type: 'signal-thrown';
  readonly name: string;
  readonly variables?: Variables;
}

/** A user task, external task, timer, continuation or subscription is gone: done (completed, fired) or cancelled. */
export interface WaitEnded<T extends string> {
  readonly type: T;
  readonly token: number;
  readonly elementId: string;
  readonly reason: EndReason;
}

export interface ActivityStarted {
  readonly type: 'activity-started';
  readonly activity: number;
  readonly elementId: string;
  /** activity type of Camunda's history: userTask, noneEndEvent, boundaryTimer … */
  readonly elementType: string;
  readonly name?: string;
  /** activity of the subprocess that it is inside of; absent at the top */
  readonly parent?: number;
  /** key of the called process that it belongs to; absent: the process of the instance itself */
  readonly process?: string;
  /** token of the call activity that called that process */
  readonly call?: number;
  /** call activity: key and business key of what it calls, and its version where the caller binds one */
  readonly calls?: { readonly process: string; readonly businessKey?: string; readonly version?: string };
}

export interface ActivityEnded {
  readonly type: 'activity-ended';
  readonly activity: number;
  readonly elementId: string;
  readonly canceled: boolean;
}

export interface SequenceFlowTaken {
  readonly type: 'sequence-flow-taken';
  readonly id: string;
}

export interface VariablesChanged {
  readonly type: 'variables-changed';
  /** names of the variables that were set, whether or not the value differs */
  readonly names: readonly string[];
  /** set when they are local to an activity */
  readonly activity?: number;
}

export interface InstanceEnded {
  readonly type: 'instance-ended';
  readonly reason: EndReason;
  /** why it was cancelled, as the cancel command said */
  readonly detail?: string;
}
