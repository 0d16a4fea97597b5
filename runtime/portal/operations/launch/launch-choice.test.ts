import { describe, expect, test } from '@jest/globals';
import type { LaunchOffer } from '../../../contracts/api/launches.ts';
import { completeChoice, offerKey } from './launch-choice.ts';

const offer = (entryCohort: number, currentSlot: number | null): LaunchOffer => ({
  bundleId: `b${entryCohort}`,
  bundleVersion: 1,
  planName: '方案',
  publishedFor: '市',
  entryCohort,
  termSlots: [
    { slot: 1, name: '初一上' },
    { slot: 3, name: '初二上' },
  ],
  currentSlot,
  processes: [
    {
      key: `flow${entryCohort}`,
      name: '流程',
      forms: [
        { key: 'b-r01', name: '表一' },
        { key: 'b-r02', name: '表二' },
      ],
    },
  ],
});
const offers = [offer(2026, 1), offer(2025, 3)];

describe('what is to be started', () => {
  test('is the first of what is offered, in the term of today, until something is chosen', () => {
    expect(completeChoice(offers, {})).toMatchObject({
      offer: { entryCohort: 2026 },
      process: { key: 'flow2026' },
      formKey: 'b-r01',
      termSlot: 1,
    });
  });

  test('forgets what another cohort does not have', () => {
    const choice = { offer: offerKey(offer(2025, 3)), processKey: 'flow2026', formKey: 'b-r02' };
    expect(completeChoice(offers, choice)).toMatchObject({
      process: { key: 'flow2025' },
      formKey: 'b-r02',
      termSlot: 3,
    });
  });

  test('may carry no record, and a term that the calendar does not know is the first', () => {
    expect(completeChoice([offer(2025, null)], { formKey: '' })).toMatchObject({
      formKey: null,
      termSlot: 1,
    });
  });

  test('is nothing when nothing is offered', () => {
    expect(completeChoice([], {})).toBeNull();
  });
});
