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
  /** boundary event: token of the activity that it is attached to */
  readonly h?: number;
  /** waiting in a join: the sequence flow by which it arrived */
  readonly f?: string;
  /** local variables made by input mappings */
  readonly l?: Readonly<Record<string, unknown>>;
}
