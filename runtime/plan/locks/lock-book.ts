import { isPlainObject, type Json, textOf } from '../../forms/definition.ts';
import type { ElementKind, PlanElement, PlanTree } from '../elements/element.ts';
import type { PropertyPath } from '../elements/json-value.ts';
import type { Lock, LockClass } from '../lock.ts';
import { defaultLocks, mainProperties } from './default-locks.ts';
import type { PlanLayer } from './plan-layer.ts';
import type { LegalBasis, StatedLock } from './stated-lock.ts';
import { isAtLeastAsStrict } from './strictness.ts';

interface ElementLocks {
  own: StatedLock | undefined;
  /** by dotted property */
  readonly properties: Map<string, StatedLock>;
}

/**
 * The locks of all layers above one, as they hold there. A lock that a lower layer states again, or more strictly,
 * stays; a looser one does not count. The authority is the layer that stated the lock first.
 */
export class LockBook {
  readonly #locks = new Map<string, ElementLocks>();
  readonly #layers: readonly PlanLayer[];
  /** The plan that the layer below extends. */
  readonly base: PlanTree;

  /** `above`: the layers above, the uppermost first; at least one. */
  constructor(above: readonly PlanLayer[]) {
    const nearest = above.at(-1);
    if (nearest === undefined) throw new RangeError('Nobody is above, so nothing is locked.');
    this.base = nearest.tree;
    this.#layers = above;
    for (const layer of above)
      for (const element of layer.tree.values()) {
        if (!isPlainObject(element.properties.lock)) continue;
        const isEntry = element.kind === 'lock';
        const target = isEntry ? textOf(element.properties, 'element') : element.id;
        this.#state(target, isEntry ? textOf(element.properties, 'property') : '', element, layer);
      }
  }

  /** What holds for a property of an element that is in the base. */
  ofProperty(element: PlanElement, path: PropertyPath): StatedLock {
    const own = this.#locks.get(element.id);
    for (let length = path.length; length > 0; length -= 1) {
      const stated = own?.properties.get(path.slice(0, length).join('.'));
      if (stated) return { ...stated, stated: 'property' };
    }
    const main = mainProperties[element.kind];
    const isMain = main === undefined || main.includes(path[0] ?? '');
    const around = this.#aroundOrOn(element);
    if (around) return isMain ? around : { ...around, lock: { class: 'LOCKED' } };
    const { existing, free = [] } = defaultLocks[element.kind];
    return this.#byDefault(element, free.includes(path[0] ?? '') ? 'FREE' : existing);
  }

  /** What holds for an element as a whole: whether it may go or stand elsewhere. */
  ofElement(element: PlanElement): StatedLock {
    const stated = this.#aroundOrOn(element);
    if (stated === undefined) return this.#byDefault(element, defaultLocks[element.kind].existing);
    // A lock of these kinds is about a value; that there is such a value is not for a layer to change.
    return mainProperties[element.kind] ? { ...stated, lock: { class: 'LOCKED' } } : stated;
  }

  /** What holds for adding an element of a kind to a list of an element. */
  ofAdditions(parent: PlanElement, slot: string, kind: ElementKind): StatedLock {
    const stated = this.#locks.get(parent.id)?.properties.get(slot);
    if (stated) return { ...stated, stated: 'property' };
    const around = this.#aroundOrOn(parent);
    if (around) return around;
    return this.#byDefault(parent, defaultLocks[kind].additions ? 'APPEND' : 'LOCKED');
  }

  /** Whether a lock is stated for this very element. */
  isStatedOn(element: PlanElement): boolean {
    return this.#locks.get(element.id)?.own !== undefined;
  }

  /** Every lock that is stated for an element or for what stands in it, with the property where it names one. */
  statedIn(id: string): { element: string; property: string | undefined; stated: StatedLock }[] {
    const own = [...this.#locks].filter(([element]) => element === id || element.startsWith(`${id}/`));
    return own.flatMap(([element, locks]) => [
      ...(locks.own ? [{ element, property: undefined, stated: locks.own }] : []),
      ...[...locks.properties].map(([property, stated]) => ({ element, property, stated })),
    ]);
  }

  #aroundOrOn(element: PlanElement): StatedLock | undefined {
    for (let at: PlanElement | undefined = element; at !== undefined; at = this.#around(at)) {
      const own = this.#locks.get(at.id)?.own;
      if (own) return at === element ? own : { ...own, stated: 'around' };
    }
    return undefined;
  }

  /** An indicator is part of another one, or of its dimension, whatever list it stands in. */
  #around(element: PlanElement): PlanElement | undefined {
    const { parent, dimension } = element.properties;
    if (element.kind !== 'indicator') return this.base.get(element.parent ?? '');
    return (
      this.base.get(typeof parent === 'string' ? `indicator:${parent}` : `dimension:${String(dimension)}`) ??
      this.base.get(element.parent ?? '')
    );
  }

  #byDefault(element: PlanElement, lockClass: LockClass): StatedLock {
    const origin = this.#layers.find(({ tree }) => tree.has(element.id)) ?? this.#layers[0];
    return {
      lock: lockClass === 'TIGHTEN' ? { class: lockClass, direction: undefined } : { class: lockClass },
      authority: origin?.authority ?? '',
      version: origin?.version,
      basis: undefined,
      stated: 'default',
    };
  }

  #state(target: string, property: string, { properties }: PlanElement, layer: PlanLayer): void {
    const lock = properties.lock as Lock;
    const locks = this.#locks.get(target) ?? { own: undefined, properties: new Map() };
    this.#locks.set(target, locks);
    const before = property === '' ? locks.own : locks.properties.get(property);
    if (before && (sameClass(before.lock, lock) || !isAtLeastAsStrict(before.lock, lock))) return;
    const { authority, version, tree } = layer;
    const stated: StatedLock = {
      lock,
      authority,
      version,
      basis: legalBasis(lock, tree),
      stated: 'element',
    };
    if (property === '') locks.own = stated;
    else locks.properties.set(property, stated);
  }
}

const sameClass = (a: Lock, b: Lock) =>
  a.class === b.class && a.direction === b.direction && (a.among?.length ?? 0) === (b.among?.length ?? 0);

function legalBasis({ basis }: Lock, tree: PlanTree): LegalBasis | undefined {
  if (basis === undefined) return undefined;
  const document: Json = tree.get(`document:${basis.document}`)?.properties ?? {};
  return {
    number: textOf(document, 'number') || basis.document,
    title: textOf(document, 'title'),
    clause: basis.clause,
  };
}
