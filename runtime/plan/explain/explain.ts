import type { PlanElement } from '../elements/element.ts';
import { propertyDifferences, sameJson, valueAt } from '../elements/json-value.ts';
import { LockBook } from '../locks/lock-book.ts';
import type { PlanLayer } from '../locks/plan-layer.ts';
import type { LegalBasis, StatedLock } from '../locks/stated-lock.ts';
import type { Source } from './resolve.ts';

/** Why a property has its value: which layer set it last, and the rule that holds for it. */
export interface PropertyExplanation {
  /** dotted */
  readonly property: string;
  readonly value: unknown;
  readonly from: Source;
  /** The clause that the rule rests on, as the authority that stated it quotes it. */
  readonly basis: LegalBasis | undefined;
  /** What a layer below may do with it. */
  readonly lock: StatedLock;
}

/** Why an element is there and as it is. */
export interface ElementExplanation {
  readonly element: PlanElement;
  /** The layer that has it first. */
  readonly introduced: Source;
  /** The layer that put it where it is. */
  readonly placed: Source;
  readonly basis: LegalBasis | undefined;
  readonly lock: StatedLock;
  readonly properties: readonly PropertyExplanation[];
}

/**
 * Answers “why is this so?” for an element of the lowest of some layers (the uppermost first): which layer and version
 * it and each of its properties are from, and the clause of the lock that holds for it. Undefined: it is not there.
 */
export function explain(id: string, layers: readonly PlanLayer[]): ElementExplanation | undefined {
  const element = layers.at(-1)?.tree.get(id);
  if (element === undefined) return undefined;
  const book = new LockBook(layers);
  const history = layers.flatMap((layer) => {
    const it = layer.tree.get(id);
    return it ? [{ element: it, source: { authority: layer.authority, version: layer.version } }] : [];
  });
  const [first] = history;
  if (first === undefined) return undefined;
  const lastSet = (value: (it: PlanElement) => unknown): Source =>
    history.reduce((before, it) => (sameJson(value(before.element), value(it.element)) ? before : it), first)
      .source;
  const lock = book.ofElement(element);
  return {
    element,
    introduced: first.source,
    placed: lastSet(({ parent, slot }) => [parent ?? '', slot]),
    basis: lock.basis,
    lock,
    properties: propertyDifferences({}, element.properties).map(({ path, to }) => {
      const stated = book.ofProperty(element, path);
      return {
        property: path.join('.'),
        value: to,
        from: lastSet(({ properties }) => valueAt(properties, path)),
        basis: stated.basis,
        lock: stated,
      };
    }),
  };
}
