import { describe, expect, test } from '@jest/globals';
import { layerTree, shownLines } from './layer-tree.ts';

const under = (id: string, within: string | null) => ({ id, within });
// As the server lists them: districts first, then schools.
const layers = [
  under('city', null),
  under('north', 'city'),
  under('south', 'city'),
  under('north-school', 'north'),
  under('south-school', 'south'),
  under('city-school', 'city'),
];
const lines = layerTree(layers);
const ids = (shown: typeof lines) => shown.map(({ layer }) => layer.id);

describe('the layers of a plan as a tree', () => {
  test('each is followed by those of the units below', () => {
    expect(lines.map(({ layer, depth, below }) => [layer.id, depth, below])).toEqual([
      ['city', 0, 5],
      ['north', 1, 1],
      ['north-school', 2, 0],
      ['south', 1, 1],
      ['south-school', 2, 0],
      ['city-school', 1, 0],
    ]);
  });

  test('one whose layer above may not be read stands at the left', () => {
    expect(layerTree(layers.slice(1)).map(({ layer, depth }) => [layer.id, depth])).toContainEqual([
      'north',
      0,
    ]);
  });

  test('what is under a closed one is not shown', () => {
    expect(ids(shownLines(lines, new Set(['north'])))).toEqual([
      'city',
      'north',
      'south',
      'south-school',
      'city-school',
    ]);
  });

  test('what is looked for is shown with what is above it, also under a closed one', () => {
    const wanted = ({ id }: { readonly id: string }) => id === 'south-school';
    expect(ids(shownLines(lines, new Set(['south']), wanted))).toEqual(['city', 'south', 'south-school']);
  });
});
