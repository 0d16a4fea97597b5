import type { FormError } from './form-error.ts';
import type { Frame } from './frame.ts';
import type { RuleContext } from './rule.ts';
import type { Row, Slot } from './slot.ts';

/** One validation under way. */
export interface Run {
  /** The submission as far as it is processed; conditions and rules read it. */
  readonly data: Row;
  readonly errors: FormError[];
  readonly context: RuleContext;
  /** Lists of kept rows; rows without any value are filled in at the end. */
  readonly grids: unknown[][];
  /** Values that are used while validating and not stored. */
  readonly transient: { readonly frame: Frame; readonly slot: Slot }[];
  /** The place that is being worked on, for the error where the whole run has to stop. */
  at: string;
}

/** What a component takes over from the component around it. */
export interface Inherited {
  /** Hidden by a condition: the value goes, nothing is validated. */
  readonly hidden: boolean;
  /** Hidden by the author for good: the value stays, nothing is validated. */
  readonly concealed: boolean;
  /** The component stands in a grid directly, with no layout between. */
  readonly inGrid: boolean;
}

const state = (hidden: boolean, concealed: boolean, inGrid: boolean): Inherited => ({
  hidden,
  concealed,
  inGrid,
});

const STATES: readonly Inherited[] = [
  ...[
    state(false, false, false),
    state(true, false, false),
    state(false, true, false),
    state(true, true, false),
  ],
  ...[state(false, false, true), state(true, false, true), state(false, true, true), state(true, true, true)],
];

export const VISIBLE: Inherited = STATES[0] ?? state(false, false, false);

/** The one of the eight possible states, without making an object each time. */
export function inherited(hidden: boolean, concealed: boolean, inGrid: boolean): Inherited {
  return STATES[(hidden ? 1 : 0) + (concealed ? 2 : 0) + (inGrid ? 4 : 0)] ?? VISIBLE;
}

/** Processes one component, and all below it, in the object that `frame` stands for. */
export type Process = (frame: Frame, run: Run, around: Inherited) => void;
