import { describe, expect, test } from '@jest/globals';
import type { BundleSummary, ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { districtLayer } from '../fixtures/layer.ts';
import { isAwaited, layerStanding } from './layer-standing.ts';

const published = (version: number, effectiveFrom: string | null = null): BundleSummary => ({
  id: `bundle-${version}`,
  version,
  fingerprint: '',
  publishedAt: '2026-11-22T09:00:00Z',
  publishedBy: '',
  note: '',
  stage: 'junior-high',
  cohorts: [],
  state: 'superseded',
  effectiveFrom,
  running: 0,
});
const listed = (given: Partial<ListedLayer> = {}): ListedLayer => ({
  ...districtLayer(),
  within: null,
  state: 'draft',
  lastEdit: null,
  here: [],
  ...given,
});
const city = (version: number) =>
  listed({ id: 'city-layer', extends: null, published: published(version), state: 'published' });

describe('where a layer stands', () => {
  test.each(['filed', 'returned', 'accepted'] as const)('%s comes before all else', (state) => {
    expect(layerStanding(listed({ state, changed: true }))).toEqual({ kind: state });
  });

  test('nothing of its own: what is above is in force', () => {
    expect(layerStanding(listed())).toEqual({ kind: 'as-above' });
  });

  test('the draft differs from what is published, and may be without faults', () => {
    expect(layerStanding(listed({ changed: true }))).toEqual({ kind: 'changed' });
    expect(layerStanding(listed({ changed: true, state: 'checked' }))).toEqual({ kind: 'checked' });
  });

  test('published for a day to come, or in force', () => {
    const from = '2027-02-01T00:00:00Z';
    expect(layerStanding(listed({ published: published(1, from) }))).toEqual({ kind: 'scheduled', from });
    expect(layerStanding(listed({ published: published(1) }))).toEqual({ kind: 'in-force' });
  });
});

describe('whether somebody has to do something', () => {
  test('the layer above has published since', () => {
    const district = listed();
    expect(isAwaited(district, [city(3), district])).toBe(false);
    expect(isAwaited(district, [city(4), district])).toBe(true);
  });

  test('something is on its way between the layer and the one above', () => {
    expect(isAwaited(listed({ state: 'returned' }), [])).toBe(true);
    expect(isAwaited(listed({ changed: true }), [])).toBe(false);
  });
});
