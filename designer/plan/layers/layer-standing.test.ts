import { describe, expect, test } from '@jest/globals';
import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { districtLayer } from '../fixtures/layer.ts';
import { layerStanding } from './layer-standing.ts';

const published = (version: number): BundleSummary => ({
  id: `bundle-${version}`,
  version,
  fingerprint: '',
  publishedAt: '2026-11-22T09:00:00Z',
  publishedBy: '',
  note: '',
  stage: 'junior-high',
  cohorts: [],
  state: 'superseded',
  running: 0,
});
const city = (version: number) =>
  districtLayer({ id: 'city-layer', extends: null, published: published(version) });

describe('how a layer stands', () => {
  test('the layer above has published since, whatever the draft is', () => {
    const district = districtLayer({ changed: true });
    expect(layerStanding(district, [city(4), district])).toEqual({
      kind: 'behind',
      authority: '深圳市',
      version: 4,
    });
  });

  test('nothing is published yet', () => {
    const district = districtLayer();
    expect(layerStanding(district, [city(3), district])).toEqual({ kind: 'unpublished' });
  });

  test('the draft differs from what is published, or not', () => {
    expect(layerStanding(districtLayer({ published: published(1), changed: true }), [])).toEqual({
      kind: 'changed',
    });
    expect(layerStanding(districtLayer({ published: published(1) }), [])).toEqual({ kind: 'in-force' });
  });
});
