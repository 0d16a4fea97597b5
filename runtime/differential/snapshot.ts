/**
 * What both engines are asked for after each command, in words that do not depend on either. Where something stands
 * is told by the activity instances around it: `sub/a#multiInstanceBody/a[1]` is the second instance of `a`.
 */
export interface Snapshot {
  readonly ended: boolean;
  /** paths of the activity instances; `~` before the last name: an async continuation waits there */
  readonly active: readonly string[];
  /** variables by the activity instance that they are local to; '' is the process instance */
  readonly variables: readonly VariableRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly externalTasks: readonly ExternalTaskRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly jobs: readonly JobRecord[];
  /** every activity that was ever begun, in the order in which they began */
  readonly history: readonly HistoryRecord[];
}

export interface VariableRecord {
  readonly at: string;
  readonly name: string;
  readonly value: unknown;
}

export interface TaskRecord {
  readonly at: string;
  readonly name: string | null;
  readonly assignee: string | null;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  readonly priority: number;
  readonly formKey: string | null;
  /** milliseconds since 1970 */
  readonly due: number | null;
  readonly followUp: number | null;
}

export interface ExternalTaskRecord {
  readonly at: string;
  readonly topic: string;
  readonly priority: number;
}

export interface SubscriptionRecord {
  readonly at: string;
  readonly kind: string;
  readonly name: string;
}

export interface JobRecord {
  readonly at: string;
  readonly kind: 'timer' | 'continuation';
  readonly due: number | null;
}

export interface HistoryRecord {
  /** element ids from the outermost scope to the activity */
  readonly at: string;
  readonly type: string;
  readonly name: string | null;
  readonly ended: boolean;
  readonly canceled: boolean;
}
