import { expect, test } from '@jest/globals';
import { compileForm } from './compile.ts';
import { requiredAt } from './required-at.ts';
import { validate } from './validate.ts';

const definition = {
  components: [
    { type: 'textfield', key: 'title', label: '名称', input: true, validate: { required: true } },
    {
      type: 'panel',
      key: 'more',
      input: false,
      components: [
        { type: 'textarea', key: 'opinion', label: '意见', input: true, validate: { maxLength: 5 } },
      ],
    },
    {
      type: 'datagrid',
      key: 'rows',
      input: true,
      components: [{ type: 'textfield', key: 'what', label: '内容', input: true }],
    },
  ],
};
const errors = (required: string[] | undefined, data: object) =>
  validate(compileForm(requiredAt(definition, required)), data).errors.map(
    ({ path, rule }) => `${path}:${rule}`,
  );

test('a step requires what it names, beside what the form requires', () => {
  expect(errors(undefined, { rows: [{}] })).toEqual(['title:required']);
  expect(errors(['opinion', 'rows.what'], { rows: [{}] })).toEqual([
    'title:required',
    'opinion:required',
    'rows[0].what:required',
  ]);
});

test('other rules of the component stay, and the form itself is not changed', () => {
  const before = JSON.stringify(definition);
  expect(errors(['opinion'], { title: 'x', opinion: '太长的意见了', rows: [] })).toEqual([
    'opinion:maxLength',
  ]);
  expect(JSON.stringify(definition)).toBe(before);
  expect(requiredAt(definition, [])).toBe(definition);
});
