import { describe, expect, test } from '@jest/globals';
import { recordFields, recordFiles } from './record-fields.ts';

const definition = {
  components: [
    {
      type: 'panel',
      key: 'basics',
      input: false,
      components: [
        { type: 'radio', key: 'kind', label: '类别', values: [{ label: '好人好事', value: 'good-deed' }] },
        {
          type: 'select',
          key: 'level',
          label: '级别',
          data: { values: [{ label: '校级', value: 'school' }] },
        },
        { type: 'datetime', key: 'date', label: '日期', enableTime: false },
        {
          type: 'selectboxes',
          key: 'art',
          label: '艺术',
          values: [
            { label: '合唱', value: 'choir' },
            { label: '书法', value: 'brush' },
          ],
        },
      ],
    },
    {
      type: 'columns',
      key: 'c',
      input: false,
      columns: [{ components: [{ type: 'textfield', key: 'place', label: '地点' }] }],
    },
    {
      type: 'datagrid',
      key: 'hobbies',
      label: '爱好',
      components: [{ type: 'textfield', key: 'name', label: '名称' }],
    },
    { type: 'file', key: 'evidence', label: '佐证材料' },
    { type: 'checkbox', key: 'pledge', label: '承诺', tableView: false },
  ],
};

describe('the fields of a record', () => {
  test('name who was chosen, and show a drawn signature as a picture', () => {
    const components = [
      { type: 'pupil', key: 'mates', label: '同学', multiple: true },
      { type: 'person', key: 'mentor', label: '指导老师' },
      { type: 'signature', key: 'signed', label: '签名' },
      { type: 'signature', key: 'forged', label: '签名' },
    ];
    const data = {
      mates: [
        { id: 'a', name: '林一诺' },
        { id: 'b', name: '陈可' },
      ],
      mentor: { id: 'c', name: '王老师' },
      signed: 'data:image/png;base64,AAAA',
      forged: 'data:text/html,<b>',
    };
    expect(recordFields({ components }, data).map(({ key, value }) => [key, value])).toEqual([
      ['mates', { kind: 'text', text: '林一诺、陈可' }],
      ['mentor', { kind: 'text', text: '王老师' }],
      ['signed', { kind: 'picture', src: 'data:image/png;base64,AAAA' }],
    ]);
  });

  test('say labels in place of stored values', () => {
    const fields = recordFields(definition, {
      kind: 'good-deed',
      level: 'school',
      art: { choir: true, brush: false },
    });
    expect(fields.map(({ label, value }) => [label, value])).toEqual([
      ['类别', { kind: 'text', text: '好人好事' }],
      ['级别', { kind: 'text', text: '校级' }],
      ['艺术', { kind: 'text', text: '合唱' }],
    ]);
  });

  test('leave out what is empty', () => {
    expect(recordFields(definition, { kind: '', place: null, hobbies: [{}] })).toEqual([]);
  });

  test('leave out a pledge that the form keeps out of its tables', () => {
    expect(recordFields(definition, { pledge: true })).toEqual([]);
  });

  test('reach into columns and the rows of a grid', () => {
    const fields = recordFields(definition, {
      place: '图书馆',
      hobbies: [{ name: '围棋' }, { name: '天文' }],
    });
    expect(fields.map(({ label }) => label)).toEqual(['地点', '爱好']);
    expect(fields[1]?.value).toMatchObject({
      kind: 'rows',
      rows: [[{ label: '名称' }], [{ label: '名称' }]],
    });
  });

  test('show a value that is no longer among the options as it is', () => {
    expect(recordFields(definition, { level: 'galactic' })[0]?.value).toEqual({
      kind: 'text',
      text: 'galactic',
    });
  });

  test('tell a date from a moment', () => {
    expect(recordFields(definition, { date: '2026-03-01T00:00:00+08:00' })[0]?.value).toMatchObject({
      kind: 'date',
      time: false,
    });
  });
});

describe('the files of a record', () => {
  test('are those with an address on this server', () => {
    const data = {
      evidence: [
        { id: 'a', url: '/api/attachments/a', type: 'image/jpeg', originalName: '奖状.jpg' },
        { id: 'b', url: '//elsewhere.example/x.jpg', type: 'image/jpeg' },
        { id: 'c', url: 'javascript:alert(1)', type: 'image/jpeg' },
      ],
    };
    expect(recordFiles(definition, data)).toEqual([
      { id: 'a', url: '/api/attachments/a', type: 'image/jpeg', name: '奖状.jpg' },
    ]);
  });
});
