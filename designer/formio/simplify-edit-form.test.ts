import { describe, expect, test } from '@jest/globals';
import { simplifyEditForm } from './simplify-edit-form.ts';

const words = { label: '字段编号', hint: '', pattern: '' };
const dialog = {
  components: [
    {
      type: 'tabs',
      key: 'tabs',
      components: [
        {
          key: 'display',
          components: [
            { type: 'textfield', key: 'label' },
            { type: 'textarea', key: 'description', editor: 'ace', as: 'html' },
          ],
        },
        {
          key: 'data',
          components: [
            {
              type: 'select',
              key: 'dataSrc',
              data: { values: [{ value: 'values' }, { value: 'url' }, { value: 'custom' }] },
            },
            {
              type: 'panel',
              key: 'calculateValuePanel',
              components: [
                {
                  type: 'htmlelement',
                  content: '<p>The following variables are available in all scripts.</p>',
                },
                {
                  type: 'panel',
                  key: 'calculateValue-js',
                  components: [{ type: 'textarea', as: 'javascript' }],
                },
                { type: 'panel', key: 'calculateValue-json', components: [{ type: 'textarea', as: 'json' }] },
              ],
            },
            { type: 'panel', key: 'only-code', components: [{ type: 'textarea', as: 'javascript' }] },
          ],
        },
        { key: 'api', components: [{ type: 'textfield', key: 'key' }] },
        { key: 'conditional', components: [{ type: 'select', key: 'conditional.show' }] },
        { key: 'validation', components: [{ type: 'checkbox', key: 'validate.required' }] },
        { key: 'logic', components: [{ type: 'editgrid', key: 'logic' }] },
        { key: 'file', components: [{ type: 'select', key: 'storage' }] },
      ],
    },
    { type: 'hidden', key: 'type' },
  ],
};

describe('the edit dialog of a component', () => {
  const result = simplifyEditForm(dialog, words);
  const text = JSON.stringify(result);

  test('has no tabs for the interface, logic, rules and conditions, or with nothing left in it', () => {
    expect(result.components[0]?.components?.map((tab) => tab.key)).toEqual(['display', 'data']);
  });

  test('has no place for code, and keeps the one for JSONLogic', () => {
    expect(text).not.toContain('javascript');
    expect(text).not.toContain('only-code');
    expect(text).not.toContain('available in all scripts');
    expect(text).toContain('calculateValue-json');
  });

  test('asks for the field id first, as the key', () => {
    expect(result.components[0]?.components?.[0]?.components?.[0]).toMatchObject({
      key: 'key',
      label: '字段编号',
    });
    expect(text.match(/"key":"key"/g)).toHaveLength(1);
  });

  test('has texts written as texts, not as markup', () => {
    expect(result.components[0]?.components?.[0]?.components?.[2]).toMatchObject({
      key: 'description',
      editor: '',
    });
  });

  test('offers no data from other servers', () => {
    expect(text).toContain('{"values":[{"value":"values"}]}');
  });

  test('leaves the type, and what it was given, alone', () => {
    expect(result.components[1]).toEqual({ type: 'hidden', key: 'type' });
    expect(JSON.stringify(dialog)).toContain('javascript');
  });
});
