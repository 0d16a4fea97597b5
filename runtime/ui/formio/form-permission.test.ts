import { expect, test } from '@jest/globals';
import { formPermission } from './form-permission.ts';

const definition = {
  components: [
    {
      type: 'panel',
      key: 'basics',
      input: false,
      components: [
        { type: 'textfield', key: 'title', input: true },
        { type: 'number', key: 'hours', input: true },
      ],
    },
    {
      type: 'datagrid',
      key: 'items',
      input: true,
      components: [{ type: 'textfield', key: 'name', input: true }],
    },
  ],
};

test('leaves everything open where all is editable', () => {
  expect(formPermission(definition, { readable: '*', editable: '*' })).toEqual({});
});

test('hides what may not be read, and locks what may only be read', () => {
  const permission = { readable: ['title', 'hours'], editable: ['title'] };
  expect(formPermission(definition, permission)).toEqual({ hours: 'read', items: 'hidden' });
});

test('opens the way to a nested component that may be written', () => {
  const permission = { readable: '*' as const, editable: ['items.name'] };
  expect(formPermission(definition, permission)).toEqual({ title: 'read', hours: 'read' });
});
