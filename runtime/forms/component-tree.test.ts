import { expect, test } from '@jest/globals';
import { componentTree, walkComponents } from './component-tree.ts';
import { field } from './tests/outcome.ts';

const text = (key: string) => field('textfield', { key });

test('the tree gives each component its place in the definition, by keys and in the data', () => {
  const form = {
    components: [
      {
        type: 'tabs',
        key: 'tabs',
        components: [{ key: 'first', label: 'First', components: [text('a')] }],
      },
      { type: 'table', key: 'table', rows: [[{ components: [] }, { components: [text('b')] }]] },
      field('datagrid', {
        key: 'items',
        components: [{ type: 'columns', key: 'cols', columns: [{ components: [text('c')] }] }],
      }),
      field('container', { key: 'box', components: [{ type: 'content', key: 'note' }, text('d')] }),
      null,
      'nonsense',
    ],
  };
  const places = [...walkComponents(componentTree(form))].map((node) => [
    node.keyPath,
    node.dataPath,
    node.definitionPath,
  ]);
  expect(places).toEqual([
    ['tabs', '', 'components[0]'],
    ['tabs.first', '', 'components[0].components[0]'],
    ['tabs.first.a', 'a', 'components[0].components[0].components[0]'],
    ['table', '', 'components[1]'],
    ['table.b', 'b', 'components[1].rows[0][1].components[0]'],
    ['items', 'items', 'components[2]'],
    ['items.cols', 'items[]', 'components[2].components[0]'],
    ['items.cols.c', 'items[].c', 'components[2].components[0].columns[0].components[0]'],
    ['box', 'box', 'components[3]'],
    ['box.note', 'box', 'components[3].components[0]'],
    ['box.d', 'box.d', 'components[3].components[1]'],
  ]);
});

test.each([{}, { components: 'x' }, { components: [[], 1, null] }])('the tree of %p is empty', (form) => {
  expect(componentTree(form)).toEqual([]);
});
