import { expect, test } from '@jest/globals';
import { barsOf, lastWeek } from './week-line.ts';

const evaluation = {
  key: 'evaluation',
  name: '学期评价',
  weeks: { from: 17, to: 19 },
  frame: { from: 16, to: 20 },
  exceptions: [{ key: 'island', name: '海岛学校', weeks: { from: 15, to: 18 } }],
};

test('a window is drawn in its frame, and what leaves the frame is told', () => {
  expect(barsOf(evaluation).map(({ kind, inside }) => [kind, inside])).toEqual([
    ['frame', true],
    ['window', true],
    ['exception', false],
  ]);
});

test('a window that ends before it begins is told', () => {
  const [bar] = barsOf({ key: 'w', name: 'w', weeks: { from: 5, to: 4 } });
  expect(bar).toMatchObject({ kind: 'window', inside: false });
});

test('the line is as long as a term, and longer when a window needs it', () => {
  expect(lastWeek([evaluation])).toBe(21);
  expect(lastWeek([{ key: 'w', name: 'w', weeks: { from: 5, to: 24 } }])).toBe(24);
});
