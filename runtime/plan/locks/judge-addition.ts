import { isPlainObject, textOf } from '../../forms/definition.ts';
import type { ElementAdded } from '../diff/plan-change.ts';
import type { PlanElement } from '../elements/element.ts';
import type { Lock } from '../lock.ts';
import { finding, type Judge, type LockCheck } from './lock-check.ts';
import type { LockRule } from './lock-finding.ts';
import type { StatedLock } from './stated-lock.ts';
import { isAtLeastAsStrict } from './strictness.ts';

const optionKinds: ReadonlySet<string> = new Set(['option', 'parameter-option', 'indicator-value']);

/** Judges what a layer adds to something of a layer above; what it adds to its own is its own. */
export const judgeAddition: Judge<ElementAdded> = (change, check) => {
  const { to } = change;
  if (to.kind === 'lock') return judgeAddedLock(change, check);
  const parent = check.book.base.get(to.parent ?? '');
  if (parent === undefined) return undefined;
  const by = check.book.ofAdditions(semanticParent(to, check) ?? parent, to.slot, to.kind);
  const isChoice = to.kind === 'parameter-option';
  if (by.lock.class === 'FREE' && !isChoice) return undefined;
  const closed = isClosed(parent, to, by) || comesBefore(to, check);
  const rule = closed ? 'lock-added' : missing(to, parent, check);
  return rule && finding(rule, change, by, { to: to.name });
};

/** An indicator is added to the indicator or dimension that it names. */
function semanticParent({ kind, properties }: PlanElement, { book }: LockCheck): PlanElement | undefined {
  if (kind !== 'indicator') return undefined;
  const above =
    book.base.get(`indicator:${textOf(properties, 'parent')}`) ??
    book.base.get(`dimension:${textOf(properties, 'dimension')}`);
  return above && book.isStatedOn(above) ? above : undefined;
}

/** Options are added only where the lock is about the very list that they are in: a form that grows is no such lock. */
function isClosed({ kind }: PlanElement, added: PlanElement, { lock, stated }: StatedLock): boolean {
  if (added.kind === 'parameter-option') return lock.class !== 'APPEND';
  if (lock.class === 'LOCKED') return true;
  if (lock.class === 'TIGHTEN') return kind !== 'group';
  return optionKinds.has(added.kind) && stated !== 'element' && stated !== 'property';
}

/** A rule of a decision table that is added in front of one from above could take its place. */
function comesBefore({ kind, parent, order }: PlanElement, { book, mine }: LockCheck): boolean {
  if (kind !== 'decision-rule') return false;
  return [...mine.values()].some(
    (it) => it.kind === kind && it.parent === parent && it.order > order && book.base.has(it.id),
  );
}

/** What an addition needs beside being allowed. */
function missing(
  { kind, properties }: PlanElement,
  parent: PlanElement,
  { book }: LockCheck,
): LockRule | undefined {
  if (optionKinds.has(kind)) {
    const base = `${parent.id}#${textOf(properties, 'mapsTo')}`;
    return book.base.has(base) ? undefined : 'lock-base-code';
  }
  if (kind === 'indicator') return properties.kind === 'counting' ? 'lock-counting' : undefined;
  if (kind === 'exemption') return isPlainObject(properties.approval) ? undefined : 'lock-approval';
  return undefined;
}

/** A lock for those below is welcome, unless it takes back one from above. */
function judgeAddedLock(change: ElementAdded, { book }: LockCheck) {
  const { element, property, lock } = change.to.properties;
  const target = book.base.get(String(element));
  if (target === undefined || !isPlainObject(lock)) return undefined;
  const by =
    typeof property === 'string' && property !== ''
      ? book.ofProperty(target, property.split('.'))
      : book.ofElement(target);
  if (isAtLeastAsStrict(by.lock, lock as Lock)) return undefined;
  return finding('lock-weakened', change, by, { property: 'lock', from: by.lock.class, to: lock.class });
}
