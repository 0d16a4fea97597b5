/** What can go wrong on some path of a process. */
export type ExplorationRule =
  | 'never-reached'
  | 'without-end'
  | 'dead-loop'
  | 'step-fails'
  | 'task-without-performer'
  | 'field-not-filled';

export interface ExplorationFinding {
  readonly rule: ExplorationRule;
  /** flow element that it is about */
  readonly element: string;
  /** ids of elements and sequence flows from the start to there, in the order in which they were passed */
  readonly path: readonly string[];
  /** what was decided on the way, in order */
  readonly decisions: readonly Decided[];
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A step of a path: what happened at which element, and with which values. */
export interface Decided {
  readonly element: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Why not everything was explored. */
export type Unexplored =
  /** the budget of steps was used up */
  | 'steps'
  /** a task had more answers than are tried */
  | 'answers'
  /** events that may occur any number of times were let occur a few times only */
  | 'repetition';

export interface Exploration {
  readonly findings: readonly ExplorationFinding[];
  /** empty: every path was explored. Otherwise what was not found is not known to be absent */
  readonly unexplored: readonly Unexplored[];
  /** elements and sequence flows that some path passes */
  readonly reached: ReadonlySet<string>;
  /** elements that no path has passed so far; findings only when everything was explored */
  readonly unreached: readonly string[];
  readonly states: number;
  readonly steps: number;
}
