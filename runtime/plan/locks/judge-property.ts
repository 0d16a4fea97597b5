import type { PropertyChanged } from '../diff/plan-change.ts';
import type { ElementKind, PlanElement } from '../elements/element.ts';
import { judgeLock } from './judge-lock.ts';
import { finding, type Judge, type LockCheck } from './lock-check.ts';
import type { LockFinding } from './lock-finding.ts';
import { namesAllOf } from './own-narrowing.ts';
import type { StatedLock } from './stated-lock.ts';
import { isTightened, naturalDirection } from './tighten.ts';

/** Texts that explain: where the layer above has none, APPEND lets a layer write one. */
const guidance: ReadonlySet<string> = new Set([
  'description',
  'tooltip',
  'placeholder',
  'guidance',
  'documentation',
  'definition.description',
]);

/** How a component looks, never what it asks. */
const looks: ReadonlySet<string> = new Set([
  'tableView',
  'collapsed',
  'collapsible',
  'labelPosition',
  'autofocus',
]);

/** Lists of a permission; `*` is every component. */
const rights: ReadonlySet<string> = new Set([
  'record.readable',
  'record.editable',
  'permission.readable',
  'permission.editable',
]);

/** Lists that name components, forms or indicators: APPEND lets a layer name its own in them. */
const ownEntries: Partial<Record<ElementKind, readonly string[]>> = {
  step: [
    'record.readable',
    'record.editable',
    'record.required',
    'form.readable',
    'form.editable',
    'form.required',
  ],
  record: ['permission.readable', 'permission.editable', 'permission.required', 'summary'],
  'notice-fields': ['components'],
  'archive-fields': ['components'],
  'archive-attachments': ['components'],
  sheet: ['indicators', 'columns'],
};

/** Judges another value of a property by the lock of the property, of its element or of what is around it. */
export const judgeProperty: Judge<PropertyChanged> = (change, check) => {
  const element = check.book.base.get(change.element);
  if (element === undefined) return undefined;
  if (change.path[0] === 'lock') return judgeLock(change, check);
  const by = check.book.ofProperty(element, change.path);
  const { property, from, to } = change;
  const values = { property, from, to, inWorkingDays: element.properties.calendar === 'working-days' };
  switch (by.lock.class) {
    case 'FREE':
      return isAmong(by, to) ? undefined : finding('lock-among', change, by, values);
    case 'TIGHTEN':
      return judgeTightening(change, by, values);
    case 'APPEND':
      return isAppended(change, element, by, check)
        ? undefined
        : finding('lock-append-only', change, by, values);
    case 'LOCKED':
      return finding('lock-changed', change, by, values);
  }
};

function isAmong({ lock: { among } }: StatedLock, value: unknown): boolean {
  if (among === undefined || value === undefined) return true;
  const entries = Array.isArray(value) ? value : String(value).split(',');
  return entries.every((entry) => among.includes(String(entry).trim()));
}

function judgeTightening(
  change: PropertyChanged,
  by: StatedLock,
  values: Parameters<typeof finding>[3],
): LockFinding | undefined {
  const { kind, property, from, to } = change;
  const direction = by.lock.direction ?? naturalDirection(kind, property);
  if (direction === undefined) return finding('lock-changed', change, by, values);
  if (isTightened(direction, from, to)) return undefined;
  return finding('lock-loosened', change, { ...by, lock: { ...by.lock, direction } }, values);
}

function isAppended(
  { kind, property, from, to }: PropertyChanged,
  element: PlanElement,
  by: StatedLock,
  check: LockCheck,
): boolean {
  if (kind === 'sequence-flow') return isReroute(property);
  if (kind === 'component' && looks.has(property)) return true;
  if (guidance.has(property)) return (from === undefined || from === '') && typeof to === 'string';
  if (kind === 'parameter') return property === 'value' && isOption(element, to, check);
  if (from === '*' && Array.isArray(to) && rights.has(property))
    return namesAllOf(check.book.base, element, to);
  if (ownEntries[kind]?.includes(property)) return isOwnAddition(from, to, check);
  if (by.stated === 'property' && Array.isArray(to)) return isTightened('min', from ?? [], to);
  return property === 'bpmn.laneSets';
}

/** Steps may come between: where a flow leads is free, what it asks is not. Milestones are judged on the graph. */
function isReroute(property: string): boolean {
  return (
    property === 'targetRef' ||
    property === 'sourceRef' ||
    property === 'name' ||
    property === 'documentation'
  );
}

function isOption({ id }: PlanElement, value: unknown, { mine }: LockCheck): boolean {
  return mine.has(`${id}#${String(value)}`);
}

function isOwnAddition(from: unknown, to: unknown, { addedKeys }: LockCheck): boolean {
  if (!Array.isArray(to) || !(from === undefined || Array.isArray(from))) return false;
  const before = new Set<unknown>(from);
  return (
    [...before].every((it) => to.includes(it)) &&
    to.every((it) => before.has(it) || addedKeys.has(String(it)))
  );
}
