import { expect, test } from '@jest/globals';
import { planManifest } from '../fixtures/layer.ts';
import { type EditHistory, nextHistory, openedHistory } from './edit-history.ts';

const named = (name: string) => ({ ...planManifest, name });
const change = (history: EditHistory<typeof planManifest>, place: string | null, name: string) =>
  nextHistory(history, { type: 'changed', place, now: named(name) });

test('a change can be taken back and done again', () => {
  const changed = change(openedHistory(planManifest), 'name', 'A');

  const back = nextHistory(changed, { type: 'undo' });
  expect(back.now).toBe(planManifest);
  expect(nextHistory(back, { type: 'redo' }).now.name).toBe('A');
});

test('typing on at one place is one step, another place is the next', () => {
  const typed = change(change(openedHistory(planManifest), 'name', 'A'), 'name', 'AB');
  const elsewhere = change(typed, 'code', 'ABC');

  expect(nextHistory(typed, { type: 'undo' }).now).toBe(planManifest);
  expect(nextHistory(elsewhere, { type: 'undo' }).now.name).toBe('AB');
});

test('a change without a place is always a step of its own', () => {
  const twice = change(change(openedHistory(planManifest), null, 'A'), null, 'B');
  expect(nextHistory(twice, { type: 'undo' }).now.name).toBe('A');
});

test('what was taken back is gone once something else is changed', () => {
  const back = nextHistory(change(openedHistory(planManifest), 'name', 'A'), { type: 'undo' });
  const changed = change(back, 'name', 'B');

  expect(nextHistory(changed, { type: 'redo' })).toBe(changed);
});

test('there is nothing to take back at the beginning', () => {
  const opened = openedHistory(planManifest);
  expect(nextHistory(opened, { type: 'undo' })).toBe(opened);
});
