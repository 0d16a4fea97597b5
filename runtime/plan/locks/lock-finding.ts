import type { ElementKind } from '../elements/element.ts';
import type { PropertyPath } from '../elements/json-value.ts';
import type { StatedLock } from './stated-lock.ts';

/** Why a change of a layer is refused; each has its sentences in both languages. */
export const lockRules = [
  'lock-changed',
  'lock-append-only',
  'lock-loosened',
  'lock-among',
  'lock-removed',
  'lock-added',
  'lock-moved',
  'lock-hidden',
  'lock-base-code',
  'lock-counting',
  'lock-approval',
  'lock-weakened',
] as const;

export type LockRule = (typeof lockRules)[number];

/** A change that a lock of a layer above refuses. */
export interface LockFinding {
  readonly rule: LockRule;
  readonly severity: 'error';
  /** id of the element that was changed */
  readonly element: string;
  readonly kind: ElementKind;
  readonly name: string;
  /** dotted property, where the change is one of a property */
  readonly property: string | undefined;
  /** the steps of that property */
  readonly path: PropertyPath | undefined;
  /** undefined: not there */
  readonly from: unknown;
  readonly to: unknown;
  /** Durations among the values are counted in working days. */
  readonly inWorkingDays: boolean;
  readonly by: StatedLock;
}
