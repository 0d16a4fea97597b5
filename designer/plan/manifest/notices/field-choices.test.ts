import { expect, test } from '@jest/globals';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import { fieldChoices, withShown } from './field-choices.ts';

const definition = {
  components: [
    { type: 'textfield', key: 'title', label: '名称', input: true },
    { type: 'file', key: 'evidence', label: '证明', input: true },
  ],
};
const forms = new Map([['honour', { file: 'honour', definition, components: componentsOf(definition) }]]);
const fields = [{ form: 'honour', components: ['title', 'gone'] }];

test('a notice can show every component of its form; what the form has not is told as well', () => {
  expect(
    fieldChoices(fields, forms).map(({ components }) => components.map(({ path, shown }) => [path, shown])),
  ).toEqual([
    [
      ['title', true],
      ['evidence', false],
      ['gone', true],
    ],
  ]);
});

test('a component is shown and hidden again, others stay', () => {
  const more = withShown(fields, 'honour', 'evidence', true);
  expect(more).toEqual([{ form: 'honour', components: ['title', 'gone', 'evidence'] }]);
  expect(withShown(more, 'honour', 'evidence', false)).toEqual(fields);
});

test('the last component of a form stays', () => {
  const one = [{ form: 'honour', components: ['title'] }];
  expect(withShown(one, 'honour', 'title', false)).toEqual(one);
});
