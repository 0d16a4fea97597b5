import { expect, test } from '@jest/globals';
import { districtLayer } from '../fixtures/layer.ts';
import { layersByPlan } from './layers-by-plan.ts';

test('layers stand under their plan in the order in which they came', () => {
  const layers = [
    districtLayer({ id: '1', planKey: 'b', planName: '乙' }),
    districtLayer({ id: '2', planKey: 'a', planName: '甲' }),
    districtLayer({ id: '3', planKey: 'b', planName: '乙' }),
  ];

  expect(layersByPlan(layers).map(({ name, layers }) => [name, layers.map(({ id }) => id)])).toEqual([
    ['乙', ['1', '3']],
    ['甲', ['2']],
  ]);
});
