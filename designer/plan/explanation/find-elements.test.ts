import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { juniorHighCity } from '@oneplan/runtime/plan/fixtures/junior-high-city.ts';
import { findElements } from './find-elements.ts';

let tree: PlanTree;
beforeAll(async () => {
  tree = await planTree(juniorHighCity);
});

const ids = (words: string) => findElements(tree, words).map(({ element }) => element.id);

describe('looking for something of a plan', () => {
  test('finds a parameter by its name, before what only stands in something of that name', () => {
    expect(ids('公示期')[0]).toBe('parameter:noticePeriod');
  });

  test('finds the fields of a form by the name of the form, and says where they stand', () => {
    const form = tree.get('form:summary')?.name ?? '';
    const text = findElements(tree, form).find(({ element }) => element.id === 'form:summary/text');
    expect(text?.within).toBe(form);
  });

  test('finds by the code that documents use', () => {
    expect(ids('form:summary/text')).toContain('form:summary/text');
  });

  test('every word has to be there', () => {
    expect(ids('公示期 没有这个词')).toEqual([]);
  });
});
