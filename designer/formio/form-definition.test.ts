import { expect, test } from '@jest/globals';
import { storedDefinition } from './form-definition.ts';

test('every file component, however deep, stores its files in the one place', () => {
  const form = {
    components: [
      { type: 'file', key: 'a', storage: 's3' },
      {
        type: 'panel',
        key: 'p',
        components: [{ type: 'columns', columns: [{ components: [{ type: 'file', key: 'b' }] }] }],
      },
      { type: 'textfield', key: 'c' },
    ],
  };
  const stored = JSON.stringify(storedDefinition(form));
  expect(stored.match(/"storage":"oneplan"/g)).toHaveLength(2);
  expect(stored).not.toContain('s3');
  expect(form.components[0]?.storage).toBe('s3');
});
