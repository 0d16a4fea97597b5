/** What the engine's history says of an instance and everything that it has called. */
export interface ObservedInstance {
  readonly state: 'active' | 'suspended' | 'completed' | 'cancelled';
  /** Oldest first; those of a called process follow the call activity. */
  readonly activities: readonly ObservedActivity[];
  /** Ids on the engine of the instance and of every one that it has called. */
  readonly engineInstanceIds: readonly string[];
  /** Open user tasks by their id. */
  readonly tasks: ReadonlyMap<string, ObservedTask>;
}

export interface ObservedActivity {
  /** Id of the activity instance on the engine. */
  readonly id: string;
  /** Activity instance that it is inside of; null at the top of the whole instance. */
  readonly parentId: string | null;
  readonly elementId: string;
  /** As in Camunda's history: `userTask`, `noneEndEvent` … */
  readonly elementType: string;
  readonly name: string | null;
  readonly ended: boolean;
  readonly canceled: boolean;
  readonly taskId: string | null;
  /** Key of the called process that it belongs to; null: the process of the instance itself. */
  readonly processKey: string | null;
  /** Call activity: key of what it has called. */
  readonly calledKey: string | null;
}

export interface ObservedTask {
  readonly id: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  readonly formKey: string | null;
  /** Milliseconds since 1970. */
  readonly dueAt: number | null;
  readonly followUpAt: number | null;
  readonly priority: number;
}
