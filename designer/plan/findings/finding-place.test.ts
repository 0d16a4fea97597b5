import { describe, expect, test } from '@jest/globals';
import { componentAt, readForm } from './finding-place.ts';

const form = {
  components: [
    {
      type: 'panel',
      key: 'basics',
      title: '基本信息',
      components: [
        { type: 'textfield', key: 'title', label: '名称' },
        {
          type: 'datagrid',
          key: 'items',
          label: '明细',
          components: [{ type: 'number', key: 'hours', label: '时长' }],
        },
      ],
    },
    { type: 'textfield', key: 'titleEnglish', label: '英文名称' },
  ],
};

describe('the component at a place', () => {
  test.each([
    ['components[0].components[0].validate.custom', 'title'],
    ['/components/0/components/0/key', 'title'],
    ['components[0].components[1].components[0]', 'hours'],
    ['components[0].title', 'basics'],
    ['components[1]', 'titleEnglish'],
    ['basics.items.hours', 'hours'],
    ['title', 'title'],
  ])('%s', (place, key) => {
    expect(componentAt(form, place)).toMatchObject({ key });
  });

  test('is none where the form has none', () => {
    expect(componentAt(form, 'components[7]')).toBeNull();
    expect(componentAt(form, 'display')).toBeNull();
  });
});

test('a text that is no form is none', () => {
  expect(readForm('{')).toBeNull();
  expect(readForm('[]')).toBeNull();
  expect(readForm('{"components":[]}')).toEqual({ components: [] });
});
