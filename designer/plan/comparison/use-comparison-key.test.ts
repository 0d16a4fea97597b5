import { expect, test } from '@jest/globals';
import { comparedAt } from './use-comparison-key.ts';

test.each([
  ['/layers/1', undefined],
  ['/layers/1/forms/b-r01', { kind: 'form', key: 'b-r01' }],
  ['/layers/1/processes/b%20f', { kind: 'process', key: 'b f' }],
  ['/layers/1/settings/notices', { kind: 'settings', key: 'plan' }],
  ['/layers/1/versions/2/form/b-r01', undefined],
])('the comparison of %s', (pathname, artefact) => {
  expect(comparedAt(pathname)).toEqual(artefact);
});
