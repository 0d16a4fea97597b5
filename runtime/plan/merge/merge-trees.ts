import { diff } from '../diff/diff.ts';
import { type PlanElement, type PlanTree, planElementId } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import type { Choices, MergeConflict, Side } from './merge-conflict.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeProperties } from './merge-values.ts';
import { Subtrees } from './subtrees.ts';

export interface MergedTree {
  readonly tree: PlanTree;
  readonly conflicts: readonly MergeConflict[];
}

/** Brings the changes of two sides to one base together, element by element and property by property. */
export function mergeTrees(base: PlanTree, theirs: PlanTree, mine: PlanTree, choices: Choices): MergedTree {
  return new TreeMerge(base, theirs, mine, choices).run();
}

/** Lists of a flow: what comes after what is said by the sequence flows. */
const unordered: ReadonlySet<string> = new Set(['flowElements', 'artifacts', 'rootElements']);

class TreeMerge {
  readonly #base: PlanTree;
  readonly #theirs: PlanTree;
  readonly #mine: PlanTree;
  readonly #choices: Choices;
  readonly #conflicts: MergeConflict[] = [];
  /** Elements inside something that one side removed and the other changed: taken whole from one side. */
  readonly #taken = new Map<string, Side>();
  readonly #touched: Partial<Record<Side, ReadonlySet<string>>> = {};
  readonly #trees: { base: Subtrees; theirs: Subtrees; mine: Subtrees };

  constructor(base: PlanTree, theirs: PlanTree, mine: PlanTree, choices: Choices) {
    this.#base = base;
    this.#theirs = theirs;
    this.#mine = mine;
    this.#choices = choices;
    this.#trees = { base: new Subtrees(base), theirs: new Subtrees(theirs), mine: new Subtrees(mine) };
  }

  run(): MergedTree {
    this.#settleRemovals('theirs');
    this.#settleRemovals('mine');
    const merged = new Map<string, PlanElement>();
    for (const id of new Set([...this.#mine.keys(), ...this.#theirs.keys()])) {
      const element = this.#merge(id);
      if (element) merged.set(id, element);
    }
    this.#keepParents(merged);
    this.#breakLoops(merged);
    return { tree: this.#inOrder(merged), conflicts: this.#conflicts };
  }

  /** What one side removed and the other left alone goes; otherwise the whole of it is one conflict. */
  #settleRemovals(remover: Side): void {
    const [gone, kept] = remover === 'theirs' ? [this.#theirs, this.#mine] : [this.#mine, this.#theirs];
    const keeper: Side = remover === 'theirs' ? 'mine' : 'theirs';
    for (const [id, element] of this.#base) {
      if (gone.has(id) || !kept.has(id) || this.#taken.has(id)) continue;
      // Inside something that is gone as well it is not asked about by itself.
      const around = kept.get(id)?.parent ?? '';
      if (this.#base.has(around) && !gone.has(around)) continue;
      // What the keeper has moved out of it is asked about by itself.
      const inside = this.#trees[keeper].of(id);
      if (!inside.some((it) => this.#isTouched(keeper, it))) continue;
      const chosen = this.#noteRemoval(element, remover);
      for (const it of inside) this.#taken.set(it, chosen);
    }
  }

  /** Whether a side changed, moved or added an element. */
  #isTouched(side: Side, id: string): boolean {
    this.#touched[side] ??= new Set(
      diff(this.#base, side === 'theirs' ? this.#theirs : this.#mine).flatMap((it) =>
        it.change === 'removed' ? [] : [it.element],
      ),
    );
    return this.#touched[side].has(id);
  }

  #noteRemoval(element: PlanElement, remover: Side): Side {
    const isAbove = remover === 'theirs';
    const now = (isAbove ? this.#mine : this.#theirs).get(element.id)?.properties;
    return this.#note(element, isAbove ? 'removed-above' : 'removed-here', undefined, {
      base: element.properties,
      theirs: isAbove ? undefined : now,
      mine: isAbove ? now : undefined,
    });
  }

  /** One side has it no more; what the other one changed of it is not dropped without a word. */
  #removed(base: PlanElement, kept: PlanElement, keeper: Side): PlanElement | undefined {
    if (!this.#isTouched(keeper, base.id)) return undefined;
    return this.#noteRemoval(base, keeper === 'mine' ? 'theirs' : 'mine') === keeper ? kept : undefined;
  }

  #merge(id: string): PlanElement | undefined {
    const base = this.#base.get(id);
    const theirs = this.#theirs.get(id);
    const mine = this.#mine.get(id);
    const taken = this.#taken.get(id);
    if (taken) return taken === 'mine' ? mine : theirs;
    if (base === undefined && (theirs === undefined || mine === undefined)) return theirs ?? mine;
    if (theirs === undefined) return base && mine && this.#removed(base, mine, 'mine');
    if (mine === undefined) return base && this.#removed(base, theirs, 'theirs');
    if (isSame(theirs, mine) || (base && isSame(base, theirs))) return mine;
    if (base && isSame(base, mine)) return theirs;
    const properties = mergeProperties(
      base?.properties ?? {},
      theirs.properties,
      mine.properties,
      (path, ...values) => {
        const [before, above, here] = values;
        const chosen = this.#note(mine, 'both-changed', path.join('.'), {
          base: before,
          theirs: above,
          mine: here,
        });
        return chosen === 'mine' ? here : above;
      },
    );
    const name = sameJson(properties, theirs.properties) ? theirs.name : mine.name;
    return { ...mine, name, properties, ...this.#place(base, theirs, mine) };
  }

  #place(
    base: PlanElement | undefined,
    theirs: PlanElement,
    mine: PlanElement,
  ): Pick<PlanElement, 'parent' | 'slot'> {
    const same = (a: PlanElement | undefined, b: PlanElement) => a?.parent === b.parent && a?.slot === b.slot;
    const side = same(theirs, mine) || same(base, theirs) ? 'mine' : same(base, mine) ? 'theirs' : undefined;
    const at = ({ parent, slot }: PlanElement) => ({ parent, slot });
    const chosen =
      side ??
      this.#note(mine, 'both-moved', undefined, {
        base: base && at(base),
        theirs: at(theirs),
        mine: at(mine),
      });
    return at(chosen === 'mine' ? mine : theirs);
  }

  #note(
    { id, kind, name }: PlanElement,
    reason: MergeConflict['reason'],
    property: string | undefined,
    values: Pick<MergeConflict, 'base' | 'theirs' | 'mine'>,
  ): Side {
    const key = property === undefined ? id : `${id}@${property}`;
    const chosen = this.#choices.get(key) ?? 'mine';
    this.#conflicts.push({ id: key, element: id, kind, name, reason, property, ...values, chosen });
    return chosen;
  }

  /** What stays needs what it stands in. */
  #keepParents(merged: Map<string, PlanElement>): void {
    for (const { parent } of merged.values()) {
      if (parent === undefined || merged.has(parent)) continue;
      const kept = this.#mine.get(parent) ?? this.#theirs.get(parent) ?? this.#base.get(parent);
      if (kept) merged.set(parent, kept);
    }
  }

  /** Two moves can put each of two elements into the other: then what the layer above moved stays where it was. */
  #breakLoops(merged: Map<string, PlanElement>): void {
    for (const [id, element] of merged) {
      const seen = new Set<string>();
      let at: PlanElement | undefined = element;
      while (at && at.id !== planElementId && !seen.has(at.id)) {
        seen.add(at.id);
        at = merged.get(at.parent ?? '');
      }
      if (at?.id === planElementId || element.parent === undefined) continue;
      const own = this.#mine.get(id) ?? this.#theirs.get(id);
      if (own) merged.set(id, { ...element, parent: own.parent, slot: own.slot });
    }
  }

  /** Parents before their children, siblings in their merged order. */
  #inOrder(merged: ReadonlyMap<string, PlanElement>): PlanTree {
    const members = new Map<string, Map<string, string[]>>();
    for (const { id, parent, slot } of merged.values()) {
      if (parent === undefined) continue;
      const slots = members.get(parent) ?? new Map<string, string[]>();
      members.set(parent, slots);
      const ids = slots.get(slot);
      if (ids) ids.push(id);
      else slots.set(slot, [id]);
    }
    const tree = new Map<string, PlanElement>();
    const add = (id: string, order: number): void => {
      const element = merged.get(id);
      if (element === undefined || tree.has(id)) return;
      tree.set(id, element.order === order ? element : { ...element, order });
      for (const [slot, ids] of members.get(id) ?? []) {
        const ordered = this.#listOrder(id, slot, ids);
        ordered.forEach((it, place) => {
          add(it, unordered.has(slot) ? 0 : place);
        });
      }
    };
    add(planElementId, 0);
    return tree;
  }

  #listOrder(parent: string, slot: string, ids: readonly string[]): string[] {
    const { base, theirs, mine } = this.#trees;
    const set = new Set(ids);
    const ordered = mergeOrder(
      base.list(parent, slot),
      theirs.list(parent, slot),
      mine.list(parent, slot),
      set,
    );
    const known = new Set(ordered);
    return [...ordered, ...ids.filter((id) => !known.has(id)).sort()];
  }
}

function isSame(a: PlanElement, b: PlanElement): boolean {
  return a === b || (a.parent === b.parent && a.slot === b.slot && sameJson(a.properties, b.properties));
}
