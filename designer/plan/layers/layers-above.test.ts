import { describe, expect, test } from '@jest/globals';
import { districtLayer } from '../fixtures/layer.ts';
import { layersAbove } from './layers-above.ts';

const city = districtLayer({ id: 'city-layer', extends: null });
const district = districtLayer({ id: 'district-layer' });
const school = districtLayer({
  id: 'school-layer',
  extends: { bundleId: 'b', layerId: 'district-layer', version: 2, orgUnitName: '南山区' },
});

describe('the layers that a layer rests on', () => {
  test('come from the nearest to the top', () => {
    expect(layersAbove(school, [city, district, school])).toEqual([district, city]);
  });

  test('end where the person may not read on', () => {
    expect(layersAbove(school, [district, school])).toEqual([district]);
  });

  test('are none at the top', () => {
    expect(layersAbove(city, [city, district])).toEqual([]);
  });
});
