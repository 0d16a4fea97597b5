import type { PlanElement, PlanTree } from './element.ts';

/** Collects the elements of a tree and keeps their ids unique. */
export class ElementSet {
  readonly #elements = new Map<string, PlanElement>();

  /** Adds an element; one whose id is taken (an invalid plan, a layout beside a field of its name) gets `~2`. */
  add(element: PlanElement): PlanElement {
    let added = element;
    for (let copy = 2; this.#elements.has(added.id); copy += 1)
      added = { ...element, id: `${element.id}~${copy}` };
    this.#elements.set(added.id, added);
    return added;
  }

  get tree(): PlanTree {
    return this.#elements;
  }
}
