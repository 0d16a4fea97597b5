import type { TypedValue } from './typed-value.ts';

export interface RestActivity {
  readonly id: string;
  readonly activityId: string;
  readonly childActivityInstances: readonly RestActivity[];
  readonly childTransitionInstances: readonly RestTransition[];
  readonly executionIds: readonly string[];
}

export interface RestTransition {
  readonly id: string;
  readonly activityId: string;
  readonly executionId: string;
}

export interface RestVariable extends TypedValue {
  readonly name: string;
  readonly executionId: string;
}

export interface RestTask {
  readonly id: string;
  readonly name: string | null;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly followUp: string | null;
  readonly priority: number;
  readonly formKey: string | null;
  readonly executionId: string;
  readonly created: string;
}

export interface RestExternalTask {
  readonly id: string;
  readonly activityInstanceId: string;
  readonly topicName: string;
  readonly priority: number;
}

export interface RestSubscription {
  readonly id: string;
  readonly eventType: string;
  readonly eventName: string | null;
  readonly executionId: string;
  readonly activityId: string;
}

export interface RestJob {
  readonly id: string;
  readonly jobDefinitionId: string;
  readonly executionId: string;
  readonly dueDate: string | null;
}

export interface RestJobDefinition {
  readonly id: string;
  readonly activityId: string;
  readonly jobType: string;
}

export interface RestHistory {
  readonly id: string;
  readonly parentActivityInstanceId: string;
  readonly activityId: string;
  readonly activityName: string | null;
  readonly activityType: string;
  readonly processDefinitionKey: string;
  readonly processInstanceId: string;
  readonly calledProcessInstanceId: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly canceled: boolean;
}

/** What is open in one instance. */
export interface RestLists {
  readonly variables: readonly RestVariable[];
  readonly tasks: readonly RestTask[];
  readonly externalTasks: readonly RestExternalTask[];
  readonly subscriptions: readonly RestSubscription[];
  readonly jobs: readonly RestJob[];
}

/**
 * Order of creation. The ids of Operaton are UUIDs of version 1, which hold the time in units of 100 ns; times of the
 * history itself are too coarse. Ids of any other kind stay in the order of the answer.
 */
export function byTime(a: string, b: string): number {
  const [left, right] = [timeOf(a), timeOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Records of several instances in the order in which they began: by their ids, or where these tell no time by their own times and numbers. */
export function byOccurrence(a: RestHistory, b: RestHistory): number {
  const byId = byTime(a.id, b.id);
  if (byId !== 0 || timeOf(a.id) !== '') return byId;
  if (a.startTime !== b.startTime) return a.startTime < b.startTime ? -1 : 1;
  return numberOf(a.id) - numberOf(b.id);
}

function numberOf(id: string): number {
  return Number(/:(\d+)$/.exec(id)?.[1] ?? 0);
}

function timeOf(id: string): string {
  const [low, middle, high] = id.slice(Math.max(id.lastIndexOf(':'), id.lastIndexOf(' ')) + 1).split('-');
  return high?.startsWith('1') === true ? `${high}${middle}${low}` : '';
}
