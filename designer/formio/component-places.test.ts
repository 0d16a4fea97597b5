import { expect, test } from '@jest/globals';
import { componentId, findComponent, withComponentAt } from './component-places.ts';

const form = {
  title: '记录',
  components: [
    {
      type: 'columns',
      key: 'columns',
      columns: [{ components: [] }, { width: 6, components: [{ type: 'textfield', key: 'place' }] }],
    },
    { type: 'datagrid', key: 'rows', components: [{ type: 'number', key: 'hours' }] },
  ],
};

test('a component is named by its place in the data, a layout by its key', () => {
  expect(findComponent(form, 'rows.hours')?.definitionPath).toBe('components[1].components[0]');
  expect(findComponent(form, 'place')?.definitionPath).toBe('components[0].columns[1].components[0]');
  const columns = findComponent(form, 'columns');
  expect(columns && componentId(columns)).toBe('columns');
  expect(findComponent(form, 'hours')).toBeUndefined();
});

test('a component is replaced or taken out in its place, and nothing else changes', () => {
  const path = 'components[0].columns[1].components[0]';
  const other = { type: 'textfield', key: 'place', label: '地点' };
  const changed = withComponentAt(form, path, other);
  expect(findComponent(changed, 'place')?.component).toEqual(other);
  expect(changed.components[1]).toBe(form.components[1]);
  const [columns] = withComponentAt(form, path, undefined).components;
  expect(columns).toMatchObject({ columns: [{ components: [] }, { width: 6, components: [] }] });
  expect(form.components[0]?.columns?.[1]?.components).toHaveLength(1);
});
