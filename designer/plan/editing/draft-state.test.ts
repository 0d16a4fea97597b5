import { describe, expect, test } from '@jest/globals';
import { type DraftEvent, type DraftState, isAtRisk, nextDraft, openedDraft } from './draft-state.ts';

const opened = openedDraft('"1"', '2026-11-22T09:00:00Z');
const after = (...events: DraftEvent[]): DraftState => events.reduce(nextDraft, opened);
const edited: DraftEvent = { type: 'edited' };
const saving: DraftEvent = { type: 'save-began' };
const done: DraftEvent = { type: 'save-done', etag: '"2"', savedAt: '2026-11-22T09:05:00Z' };

describe('a draft', () => {
  test('is saved when it is opened and at risk once it is edited', () => {
    expect(isAtRisk(opened)).toBe(false);
    expect(isAtRisk(after(edited))).toBe(true);
  });

  test('takes the new ETag and time from the answer of a save', () => {
    expect(after(edited, saving, done)).toMatchObject({
      phase: 'saved',
      etag: '"2"',
      savedAt: '2026-11-22T09:05:00Z',
    });
  });

  test('that is edited while it is being saved is unsaved afterwards', () => {
    const state = after(edited, saving, edited);
    expect(state.phase).toBe('saving');
    expect(nextDraft(state, done)).toMatchObject({ phase: 'unsaved', etag: '"2"' });
  });

  test('keeps the ETag that it was read with when a save fails, and can be saved again', () => {
    const failed = after(edited, saving, { type: 'save-failed' });
    expect(failed).toMatchObject({ phase: 'failed', etag: '"1"' });
    expect(isAtRisk(failed)).toBe(true);
    expect([saving, done].reduce(nextDraft, failed).phase).toBe('saved');
  });
});
