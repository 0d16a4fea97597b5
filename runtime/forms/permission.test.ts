import { describe, expect, test } from '@jest/globals';
import { type FieldPermission, mergePermitted, stripUnreadable } from './permission.ts';
import { field } from './tests/outcome.ts';

const text = (key: string) => field('textfield', { key });
const definition = {
  components: [
    { type: 'panel', key: 'panel', components: [text('title'), text('remark')] },
    field('container', { key: 'box', components: [text('a'), text('b')] }),
    field('datagrid', { key: 'rows', components: [text('name'), text('score')] }),
  ],
};
const stored = {
  title: 'T',
  remark: 'R',
  box: { a: '1', b: '2' },
  rows: [
    { name: 'x', score: '1' },
    { name: 'y', score: '2' },
  ],
};
const merge = (incoming: unknown, permission: Partial<FieldPermission>, before: unknown = stored) =>
  mergePermitted(definition, before, incoming, { readable: '*', editable: [], ...permission });

describe('mergePermitted', () => {
  test('takes editable components and keeps the rest', () => {
    const { data, ignored } = merge({ title: 'new', remark: 'hacked' }, { editable: ['title'] });
    expect(data).toEqual({ ...stored, title: 'new' });
    expect(ignored).toEqual(['remark']);
  });

  test('a container or grid covers everything in it', () => {
    const { data } = merge({ box: { a: '9' }, rows: [{ name: 'z' }] }, { editable: ['box', 'rows'] });
    expect(data).toMatchObject({ box: { a: '9' }, rows: [{ name: 'z' }] });
    expect(data.box).toEqual({ a: '9' });
  });

  test('a layout covers nothing', () => {
    expect(merge({ title: 'new' }, { editable: ['panel'] })).toEqual({ data: stored, ignored: ['title'] });
  });

  test('fields of a grid are merged row by row; rows are neither added nor removed', () => {
    const incoming = { rows: [{ name: 'hacked', score: '9' }, { score: '8' }, { name: 'new', score: '7' }] };
    const { data, ignored } = merge(incoming, { editable: ['score'] });
    expect(data.rows).toEqual([
      { name: 'x', score: '9' },
      { name: 'y', score: '8' },
    ]);
    expect(ignored).toEqual(['rows[2]', 'rows[0].name']);
    expect(merge({ rows: [] }, { editable: ['rows.score'] }).data).toEqual(stored);
  });

  test('a place names one of several components with the same key', () => {
    const { data } = merge({ box: { a: '9', b: '9' } }, { editable: ['box.a'] });
    expect(data.box).toEqual({ a: '9', b: '2' });
  });

  test('an editable component that is not sent is emptied, unless it could not be read', () => {
    expect(merge({}, { editable: ['title'] }).data).not.toHaveProperty('title');
    expect(merge({}, { editable: ['title'], readable: [] }).data).toEqual(stored);
    expect(merge({ title: 'new' }, { editable: ['title'], readable: [] }).data).toEqual({
      ...stored,
      title: 'new',
    });
  });

  test('a grid of which parts cannot be read is not replaced as a whole', () => {
    const { data } = merge({ rows: [{ score: '9' }] }, { editable: ['rows'], readable: ['rows.score'] });
    expect(data).toEqual(stored);
  });

  test('"*" takes everything that the form has, and nothing else', () => {
    const { data, ignored } = merge({ title: 'new', unknown: 1 }, { editable: '*' });
    expect(data).toEqual({ title: 'new' });
    expect(ignored).toEqual(['unknown']);
  });

  test('what is sent unchanged is not reported', () => {
    expect(merge(structuredClone(stored), { editable: ['title'] }).ignored).toEqual([]);
  });

  test.each([
    null,
    undefined,
    1,
    'x',
    [],
    { box: 'x', rows: 'x', title: {} },
    JSON.parse('{"__proto__":{"title":"x"}}'),
  ])('stays with what is stored when %p is sent without permission', (incoming) => {
    expect(merge(incoming, {}).data).toEqual(stored);
    expect(merge(incoming, { editable: '*' }, null).data).not.toHaveProperty('polluted');
  });
});

describe('stripUnreadable', () => {
  test('leaves readable components only', () => {
    expect(stripUnreadable(definition, stored, { readable: ['title', 'box.a', 'score'] })).toEqual({
      title: 'T',
      box: { a: '1' },
      rows: [{ score: '1' }, { score: '2' }],
    });
    expect(stripUnreadable(definition, { ...stored, unknown: 1 }, { readable: ['rows'] })).toEqual({
      rows: stored.rows,
    });
    expect(stripUnreadable(definition, stored, { readable: [] })).toEqual({});
  });

  test('gives a copy of everything for "*"', () => {
    const copy = stripUnreadable(definition, stored, { readable: '*' });
    expect(copy).toEqual(stored);
    expect(copy).not.toBe(stored);
  });

  test.each([null, 'x', [], { rows: 'x', box: [] }])('answers to %p in place of data', (data) => {
    expect(() => stripUnreadable(definition, data, { readable: ['score', 'a'] })).not.toThrow();
  });
});
