import { describe, expect, test } from '@jest/globals';
import { type FormComponent, renderable } from './renderable.ts';

const definition = {
  action: 'https://elsewhere.example/collect',
  display: 'pdf',
  components: [
    { type: 'textfield', key: 'title' },
    { type: 'panel', key: 'page', components: [{ type: 'number', key: 'hours' }] },
    { type: 'columns', key: 'cols', columns: [{ components: [{ type: 'textfield', key: 'place' }] }] },
    { type: 'table', key: 'grid', rows: [[{ components: [{ type: 'textfield', key: 'cell' }] }]] },
    {
      type: 'tabs',
      key: 'tabs',
      components: [{ key: 'one', components: [{ type: 'textfield', key: 'tabbed' }] }],
    },
    { type: 'datagrid', key: 'items', components: [{ type: 'textfield', key: 'name' }] },
    { type: 'button', key: 'submit' },
  ],
} satisfies { components: FormComponent[]; [property: string]: unknown };

const shown = (permission: Parameters<typeof renderable>[1]) =>
  JSON.stringify(renderable(definition, permission));

describe('a form on the page', () => {
  test('has no buttons, sends nothing by itself and is no PDF', () => {
    const result = renderable(definition);
    expect(result.components.map((component) => component.key)).not.toContain('submit');
    expect(result.action).toBeUndefined();
    expect(result.display).toBe('form');
  });

  test.each(['title', 'hours', 'place', 'cell', 'tabbed', 'items.name'])(
    'does not contain %s when it is hidden',
    (path) => {
      const key = path.split('.').at(-1);
      expect(shown({})).toContain(`"key":"${key}"`);
      expect(shown({ [path]: 'hidden' })).not.toContain(`"key":"${key}"`);
    },
  );

  test('switches off what may only be read, and nothing else', () => {
    const result = renderable(definition, { hours: 'read' });
    expect(JSON.stringify(result).match(/"disabled":true/g)).toHaveLength(1);
    expect(shown({ hours: 'read' })).toContain('{"type":"number","key":"hours","disabled":true}');
  });

  test('leaves the definition as it was', () => {
    const before = JSON.stringify(definition);
    renderable(definition, { title: 'hidden', items: 'read' });
    expect(JSON.stringify(definition)).toBe(before);
  });
});
