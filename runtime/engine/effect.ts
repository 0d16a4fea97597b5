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
}

export interface TimerCreated {
  readonly type: 'timer-created';
  readonly token: number;
  readonly elementId: string;
  readonly dueAt: number;
}

/** A user task, external task or timer is gone: done (completed, fired) or cancelled. */
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
