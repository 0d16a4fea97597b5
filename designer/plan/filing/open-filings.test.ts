import { describe, expect, test } from '@jest/globals';
import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import { openFilings } from './open-filings.ts';

const unit = (id: string) => ({ id, name: id, kind: 'district' as const });
const filing = (more: Partial<FilingSummary> & { readonly mine?: boolean }) => ({
  id: 'f1',
  layerId: 'layer-1',
  planName: '方案',
  orgUnit: unit('nanshan'),
  authority: unit('city'),
  state: 'filed' as const,
  fingerprint: '',
  note: '',
  cohorts: [2026],
  submittedAt: '2026-11-01T00:00:00.000Z',
  submittedBy: { id: 'u', name: '' },
  decidedAt: null,
  decidedBy: null,
  reason: null,
  filingNumber: null,
  effectiveOn: null,
  comments: [],
  mine: false,
  ...more,
});
const turns = (filings: Parameters<typeof openFilings>[0], own: string) =>
  openFilings(filings, new Set([own])).map(({ filing: { id }, turn }) => `${id} ${turn}`);

describe('what waits for whom', () => {
  test('the authority is to review what it holds the task of, before everything else', () => {
    const others = filing({ id: 'other', layerId: 'layer-2' });
    expect(turns([others, filing({ mine: true })], 'city')).toEqual(['f1 review', 'other look']);
  });

  test('who filed is to mend what came back; others may look', () => {
    const returned = filing({ state: 'returned' });
    expect(turns([returned], 'nanshan')).toEqual(['f1 mend']);
    expect(turns([returned], 'futian')).toEqual(['f1 look']);
  });

  test('a later filing of a layer stands in place of the one that came back', () => {
    const again = filing({ id: 'f2', submittedAt: '2026-11-02T00:00:00.000Z' });
    expect(turns([again, filing({ state: 'returned' })], 'nanshan')).toEqual(['f2 look']);
  });

  test('nothing waits where it was withdrawn or published', () => {
    const published = filing({ id: 'f2', state: 'published', submittedAt: '2026-11-02T00:00:00.000Z' });
    expect(turns([published, filing({ state: 'returned' })], 'nanshan')).toEqual([]);
  });
});
