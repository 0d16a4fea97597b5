import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diff } from '../diff/diff.ts';
import type { PlanChange } from '../diff/plan-change.ts';
import { type PlanElement, type PlanTree, planElementId } from '../elements/element.ts';
import { mergeTrees } from './merge-trees.ts';
import { Subtrees } from './subtrees.ts';

/** One random edit: what to do, with which element, and a number to choose by. */
type Action = readonly [kind: 'change' | 'move' | 'remove' | 'add', index: number, choice: number];

const actions = fc.array(
  fc.tuple(
    fc.constantFrom('change' as const, 'move' as const, 'remove' as const, 'add' as const),
    fc.nat(1000),
    fc.nat(1000),
  ),
  { maxLength: 8 },
);

function element(id: string, parent: string | undefined, order: number): PlanElement {
  const kind = parent === undefined ? 'plan' : 'component';
  return {
    id,
    kind,
    name: id,
    parent,
    slot: 'components',
    order,
    properties: { value: 0, list: ['a', 'b'] },
  };
}

/** A tree of 12 elements; element n stands in one of those before it. */
const trees = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }).map((choices): PlanTree => {
  const tree = new Map([[planElementId, element(planElementId, undefined, 0)]]);
  choices.forEach((choice, at) => {
    const parents = [...tree.keys()];
    const parent = parents[choice % parents.length] ?? planElementId;
    tree.set(`e${at}`, element(`e${at}`, parent, at));
  });
  return renumbered(tree);
});

/** Orders as they are when a plan is read: 0, 1, 2 in each list. */
function renumbered(tree: ReadonlyMap<string, PlanElement>): PlanTree {
  const numbers = new Map<string | undefined, number>();
  const sorted = [...tree.values()].sort((a, b) => a.order - b.order);
  const orders = new Map(
    sorted.map(({ id, parent }) => {
      const order = numbers.get(parent) ?? 0;
      numbers.set(parent, order + 1);
      return [id, order];
    }),
  );
  return new Map([...tree].map(([id, it]) => [id, { ...it, order: orders.get(id) ?? 0 }]));
}

function edited(base: PlanTree, list: readonly Action[], side: string): PlanTree {
  let tree = new Map(base);
  list.forEach(([kind, index, choice], at) => {
    const ids = [...tree.keys()].filter((id) => id !== planElementId);
    const id = ids[index % Math.max(ids.length, 1)];
    const it = tree.get(id ?? '');
    if (id === undefined || it === undefined) return;
    const inside = new Set(new Subtrees(tree).of(id));
    const others = [...tree.keys()].filter((other) => !inside.has(other));
    const parent = others[choice % others.length] ?? planElementId;
    if (kind === 'change')
      tree.set(id, { ...it, properties: { ...it.properties, value: `${side}${choice}` } });
    if (kind === 'move') tree.set(id, { ...it, parent, order: choice % 5 });
    if (kind === 'remove') for (const gone of inside) tree.delete(gone);
    if (kind === 'add') tree.set(`${side}${at}`, element(`${side}${at}`, parent, choice % 5));
    tree = new Map(renumbered(tree));
  });
  return tree;
}

function isThere(tree: PlanTree, change: PlanChange): boolean {
  const now = tree.get(change.element);
  if (change.change === 'removed') return now === undefined;
  if (change.change !== 'changed') return now !== undefined;
  return now?.properties[change.property] === change.to;
}

const cases = fc
  .tuple(trees, actions, actions)
  .map(([base, above, own]) => ({ base, theirs: edited(base, above, 't'), mine: edited(base, own, 'm') }));
const none = new Map<string, never>();
const runs = { numRuns: 1000, seed: 3 };

describe('merge of trees', () => {
  test('gives a tree: everything stands in something that is there, and nothing in itself', () => {
    fc.assert(
      fc.property(cases, ({ base, theirs, mine }) => {
        const { tree } = mergeTrees(base, theirs, mine, none);
        expect(new Subtrees(tree).of(planElementId).sort()).toEqual([...tree.keys()].sort());
      }),
      runs,
    );
  });

  test('with an unchanged side it is the other side', () => {
    fc.assert(
      fc.property(cases, ({ base, mine }) => {
        for (const merged of [mergeTrees(base, base, mine, none), mergeTrees(base, mine, base, none)]) {
          expect(merged.conflicts).toEqual([]);
          expect(diff(mine, merged.tree)).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('loses nothing: what a side changed or added is there, or a conflict tells of it', () => {
    fc.assert(
      fc.property(cases, ({ base, theirs, mine }) => {
        const { tree, conflicts } = mergeTrees(base, theirs, mine, none);
        const told = new Set<string>();
        for (const { element: id } of conflicts)
          for (const side of [base, theirs, mine]) for (const it of new Subtrees(side).of(id)) told.add(it);
        const changes = [theirs, mine].flatMap((side) => diff(base, side));
        expect(changes.filter((it) => !told.has(it.element) && !isThere(tree, it))).toEqual([]);
      }),
      runs,
    );
  });

  test('with the other choice for every conflict it takes the other side there', () => {
    fc.assert(
      fc.property(cases, ({ base, theirs, mine }) => {
        const { conflicts } = mergeTrees(base, theirs, mine, none);
        const choices = new Map(conflicts.map(({ id }) => [id, 'theirs' as const]));
        const other = mergeTrees(base, theirs, mine, choices);
        expect(new Set(other.conflicts.map(({ id }) => id))).toEqual(new Set(conflicts.map(({ id }) => id)));
        expect(other.conflicts.every(({ chosen }) => chosen === 'theirs')).toBe(true);
        for (const { property, element: id, theirs: value, reason } of other.conflicts)
          if (reason === 'both-changed')
            expect(other.tree.get(id)?.properties[property ?? '']).toEqual(value);
      }),
      runs,
    );
  });
});
