import { childLists, type PlanElement, type PlanTree } from '../elements/element.ts';
import { propertyDifferences } from '../elements/json-value.ts';
import { longestIncreasing } from './longest-increasing.ts';
import type { Place, PlanChange } from './plan-change.ts';

/**
 * What distinguishes `mine` from `base`, element by element: empty for a plan beside itself. Added and changed
 * elements come in the order of `mine`, removed ones after them in the order of `base`; everything inside an added
 * or removed element is listed too. Of siblings that changed their order the fewest are called moved.
 */
export function diff(base: PlanTree, mine: PlanTree): PlanChange[] {
  const changes: PlanChange[] = [];
  const places = new Places(base, mine);
  for (const [id, after] of mine) {
    const before = base.get(id);
    const head = { element: id, kind: after.kind, name: after.name };
    if (before === undefined) {
      changes.push({ change: 'added', ...head, to: after });
      continue;
    }
    if (before === after) continue;
    if (places.moved(before, after))
      changes.push({ change: 'moved', ...head, from: places.before(before), to: places.after(after) });
    for (const { path, from, to } of propertyDifferences(before.properties, after.properties))
      changes.push({ change: 'changed', ...head, property: path.join('.'), path, from, to });
  }
  for (const [id, before] of base)
    if (!mine.has(id))
      changes.push({ change: 'removed', element: id, kind: before.kind, name: before.name, from: before });
  return changes;
}

type Lists = ReturnType<typeof childLists>;

class Places {
  readonly #base: Lists;
  readonly #mine: Lists;
  readonly #reordered = new Set<string>();

  constructor(base: PlanTree, mine: PlanTree) {
    this.#base = childLists(base);
    this.#mine = childLists(mine);
    for (const [parent, slots] of this.#mine)
      for (const [slot, members] of slots) {
        const stayed = members.filter(({ id }) => {
          const before = base.get(id);
          return before?.parent === parent && before.slot === slot;
        });
        const orders = stayed.map(({ id }) => base.get(id)?.order ?? 0);
        if (orders.every((order, index) => index === 0 || (orders[index - 1] ?? 0) <= order)) continue;
        const kept = longestIncreasing(orders);
        stayed.forEach(({ id }, index) => {
          if (!kept.has(index)) this.#reordered.add(id);
        });
      }
  }

  moved(before: PlanElement, after: PlanElement): boolean {
    if (before.parent !== after.parent || this.#reordered.has(after.id)) return true;
    // A sequence flow stands where its source is, and that is a property.
    return before.slot !== after.slot && after.kind !== 'sequence-flow';
  }

  before(element: PlanElement): Place {
    return placeIn(this.#base, element);
  }

  after(element: PlanElement): Place {
    return placeIn(this.#mine, element);
  }
}

function placeIn(lists: Lists, { id, parent = '', slot }: PlanElement): Place {
  const siblings = lists.get(parent)?.get(slot) ?? [];
  const index = siblings.findIndex((it) => it.id === id);
  return { parent, slot, after: siblings[index - 1]?.id };
}
