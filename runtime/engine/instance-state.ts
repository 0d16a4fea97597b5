/**
 * Everything that is needed to continue a process instance: plain JSON, stored as it is.
 * The keys are short because every instance that waits is a row that holds this text.
 * Keys may be added, never renamed: instances wait for months and outlive releases.
 */
export interface InstanceState {
  /** variables of the process instance */
  readonly v: Readonly<Record<string, unknown>>;
  /** tokens at rest, oldest first; empty once the instance has ended */
  readonly t: readonly Token[];
  /** next number for a token; numbers are never used twice within an instance */
  readonly n: number;
  /** set once the instance has ended */
  readonly e?: EndReason;
  /** business key, kept where the process calls others, which may take it over */
  readonly b?: string;
}

export type EndReason = 'completed' | 'cancelled';

/**
 * A token at rest. What it waits for follows from the kind of its node: a user task, an external task,
 * a timer, the other flows of a join, or (subprocess) the tokens inside it.
 */
export interface Token {
  /** number of the token, and of the activity instance that it stands for (see `activity-started`) */
  readonly i: number;
  /** id of the BPMN element */
  readonly e: string;
  /** token of the subprocess that it is inside of; absent at the top */
  readonly p?: number;
  /**
   * waits beside others and keeps no scope alive. Boundary event: token of the activity that it is attached to.
   * Start event of an event subprocess: token of the scope around the event subprocess, 0 for the process itself.
   */
  readonly h?: number;
  /** waiting in a join: the sequence flow by which it arrived */
  readonly f?: string;
  /** local variables: input mappings, element variable and counters of a multi-instance, variables of a called process */
  readonly l?: Readonly<Record<string, unknown>>;
  /** a job has to run first: before the activity begins, or after it and before it is left */
  readonly a?: 'before' | 'after';
  /** multi-instance body: its counters (nrOfInstances …) are in `l`, its instances are the tokens inside it */
  readonly m?: true;
  /** call activity: what runs inside it */
  readonly c?: Called;
  /** repeating timer: how often it fires after this time; -1 without end */
  readonly r?: number;
  /** repeating timer: when it is due this time, in ms since 1970 */
  readonly d?: number;
  /** what it waits for where that was evaluated: the name of a signal or message, a repeating interval */
  readonly s?: string;
}

/**
 * A called process runs in the state of its caller, so that a tree of instances is one row, one lock and one
 * transaction. Its variables are the `l` of the call activity's token and hide everything around it.
 */
export interface Called {
  /** key of the process within the bundle: the step is handed its graph */
  readonly d: string;
  /** business key */
  readonly b?: string;
  /** version that the call was bound to when it began, as the context named it; absent: the one of the bundle */
  readonly v?: string;
  /** variables local to the call activity itself (input mappings, loop counter); the called process sees none of them */
  readonly l?: Readonly<Record<string, unknown>>;
}
