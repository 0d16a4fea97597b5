import { childLists, type PlanTree } from '../elements/element.ts';

/** The descendants of elements of one tree. */
export class Subtrees {
  readonly #lists: ReturnType<typeof childLists>;

  constructor(tree: PlanTree) {
    this.#lists = childLists(tree);
  }

  /** The element and everything in it. */
  of(id: string): string[] {
    const found = [id];
    for (let at = 0; at < found.length; at += 1)
      for (const members of this.#lists.get(found[at] ?? '')?.values() ?? [])
        for (const member of members) found.push(member.id);
    return found;
  }

  /** Ids of a list in its order. */
  list(parent: string, slot: string): string[] {
    return (this.#lists.get(parent)?.get(slot) ?? []).map(({ id }) => id);
  }

  slots(parent: string): string[] {
    return [...(this.#lists.get(parent)?.keys() ?? [])];
  }
}
