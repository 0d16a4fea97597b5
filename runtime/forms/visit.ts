import type { Frame } from './frame.ts';
import type { Place } from './nested-data.ts';
import type { Inherited, Run } from './processing.ts';
import type { Slot } from './slot.ts';
import type { WrongType } from './type-check.ts';

/** One component in one place during one validation. */
export interface Visit {
  readonly frame: Frame;
  readonly run: Run;
  readonly around: Inherited;
  readonly slot: Slot;
  /** The object around the value as the visit found it; rules and conditions see this one. */
  readonly row: Frame['row'];
  value: unknown;
  /** Whether the value goes into the stored data. */
  kept: boolean;
  wrong: WrongType | undefined;
  hidden: boolean;
  concealed: boolean;
  /** `required` where logic has switched it. */
  required: boolean | undefined;
  inside: Place | undefined;
}

/** One stage in the life of a value. */
export type Stage = (visit: Visit) => void;

export function pathOf(visit: Visit): string {
  return visit.frame.prefix + visit.slot.key;
}

/** Puts a value in place of what was sent, and keeps it. */
export function write(visit: Visit, value: unknown): void {
  visit.value = value;
  visit.kept = true;
  visit.slot.set(visit.frame.rowToWrite(), value);
}
