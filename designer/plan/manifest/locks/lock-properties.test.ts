import { expect, test } from '@jest/globals';
import { treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { shippedContent } from '@oneplan/runtime/plan/fixtures/shipped-content.ts';
import { lockProperties } from './lock-properties.ts';

const tree = treeOf(await shippedContent(), new Map());
const of = (id: string) => {
  const element = tree.get(id);
  if (!element) throw new Error(`the shipped plan has ${id}`);
  return lockProperties(element, tree, 'zh-CN');
};

test('rules can be stated for the properties of a component, as deep as they go', () => {
  expect(of('form:b-r01/title')).toContainEqual(
    expect.objectContaining({ property: 'validate.maxLength', word: '最多字数', list: false }),
  );
});

test('and for adding to a list in it, named by what it is a list of', () => {
  expect(of('form:b-r01')).toContainEqual(
    expect.objectContaining({ property: 'components', word: '栏目', list: true }),
  );
});

test('but not for its key, its type or the lock itself', () => {
  const properties = [...of('form:b-r01/title'), ...of('form:b-r01')].map(({ property }) => property);

  expect(properties.filter((it) => /^(key|type|file|lock)/.test(it))).toEqual([]);
});
