import { expect, test } from '@jest/globals';
import { openPlace } from './open-place.ts';

test.each([
  ['/layers/1', null],
  ['/layers/1/forms/b-r01', 'form/b-r01'],
  ['/layers/1/processes/b%20f', 'process/b f'],
  ['/layers/1/settings/parameters', 'manifest/plan'],
  ['/layers/1/versions', null],
])('at %s others are told %s', (pathname, place) => {
  expect(openPlace(pathname)).toBe(place);
});
