import { expect, test } from '@jest/globals';
import { freeArtefactKey } from './free-artefact-key.ts';

test('a new form gets a key that no other form has', () => {
  expect(freeArtefactKey([], 'form')).toBe('form-1');
  expect(freeArtefactKey([{ kind: 'form', key: 'form-2' }], 'form')).toBe('form-3');
  expect(freeArtefactKey([{ kind: 'form', key: 'form-1' }], 'process')).toBe('flow-1');
});
