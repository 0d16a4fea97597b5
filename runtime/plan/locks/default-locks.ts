import type { ElementKind } from '../elements/element.ts';
import type { LockClass } from '../lock.ts';

/** What holds for a kind of element where no lock is stated for it nor around it. */
export interface DefaultLock {
  /** for what is there */
  readonly existing: LockClass;
  /** whether a layer may add one */
  readonly additions: boolean;
  /** properties that are free all the same, with everything below them */
  readonly free?: readonly string[];
}

const kept: DefaultLock = { existing: 'LOCKED', additions: false };
const extended: DefaultLock = { existing: 'LOCKED', additions: true };
const appended: DefaultLock = { existing: 'APPEND', additions: true };

/** Without a lock a layer may add what is its own and changes nothing of what is above it. */
export const defaultLocks: Readonly<Record<ElementKind, DefaultLock>> = {
  plan: { ...kept, free: ['name', 'code', 'jurisdiction', 'effective'] },
  calendar: extended,
  document: extended,
  dimension: kept,
  part: kept,
  'term-slot': kept,
  parameter: extended,
  'parameter-option': kept,
  role: extended,
  form: extended,
  component: appended,
  option: kept,
  process: extended,
  'flow-node': appended,
  'sequence-flow': appended,
  'event-name': appended,
  decision: extended,
  'decision-input': kept,
  'decision-output': kept,
  'decision-rule': kept,
  'required-decision': kept,
  artifact: { existing: 'FREE', additions: true },
  variable: appended,
  step: appended,
  state: appended,
  record: appended,
  notice: extended,
  'notice-fields': appended,
  archive: extended,
  'archive-fields': appended,
  'archive-attachments': appended,
  lock: extended,
  indicator: extended,
  'indicator-value': kept,
  rule: kept,
  exemption: extended,
  sheet: appended,
  view: appended,
  group: { existing: 'TIGHTEN', additions: true },
  'group-seat': { existing: 'TIGHTEN', additions: true },
  window: { ...extended, free: ['weeks'] },
  'window-exception': { existing: 'FREE', additions: true },
  module: { ...extended, free: ['enabled', 'from'] },
};

/** Kinds whose lock is about one property; everything else of them stays as it is. */
export const mainProperties: Partial<Record<ElementKind, readonly string[]>> = {
  parameter: ['value'],
  module: ['enabled', 'from'],
  window: ['weeks'],
};
