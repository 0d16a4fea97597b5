import { expect, test } from '@jest/globals';
import { newScenarioKey } from './scenario-key.ts';

test.each([
  ['b-f2-highlight-record', [], 'b-f2-highlight-record'],
  ['b-f2-highlight-record', ['b-f2-highlight-record'], 'b-f2-highlight-record-2'],
  ['run', ['run', 'run-2'], 'run-3'],
  ['Process_1', [], 'process-1'],
  ['_9', [], 'scenario'],
])('%s beside %j is kept as %s', (process, taken, key) => {
  expect(newScenarioKey(process, taken)).toBe(key);
});

test('a key is never longer than keys may be', () => {
  expect(newScenarioKey('p'.repeat(200), ['p'.repeat(90)])).toHaveLength(92);
});
