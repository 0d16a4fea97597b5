import { expect, test } from '@jest/globals';
import { dmnText, tableText } from './fixtures/dmn-text.ts';
import { decisionToTry } from './try-decision.ts';

const rows = [
  ['"市级"', '5'],
  ['', '2'],
];
const text = (policy: string) =>
  dmnText(tableText('points', [['level', 'string']], [['points', 'integer']], rows, { policy }));

test('tells all rules that match, and the result of those that count', async () => {
  const { decide, findings } = await decisionToTry(text('FIRST'), 'points');
  expect(findings).toEqual([]);
  expect(decide({ level: '市级' })).toEqual({
    results: [{ points: 5 }],
    matching: new Map([['points', [0, 1]]]),
  });
  expect(decide({ level: '区级' })).toEqual({
    results: [{ points: 2 }],
    matching: new Map([['points', [1]]]),
  });
});

test('rules that must not match together are a problem that still names them', async () => {
  const { decide } = await decisionToTry(text('UNIQUE'), 'points');
  expect(decide({ level: '市级' })).toEqual({
    results: [],
    matching: new Map([['points', [0, 1]]]),
    problem: expect.stringContaining('UNIQUE'),
  });
});

test('a file that cannot be read is told as findings', async () => {
  expect((await decisionToTry('hello', 'points')).findings[0]?.rule).toBe('xml-malformed');
});
