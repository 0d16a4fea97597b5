import { expect, test } from '@jest/globals';
import { WakeSignal } from './wake-signal.ts';

test('ends a rest early', async () => {
  const signal = new WakeSignal();
  const rest = signal.wait(60_000);
  signal.wake();
  expect(await rest).toBe(true);
});

test('keeps a wake-up that came while nobody rested, once', async () => {
  const signal = new WakeSignal();
  signal.wake();
  signal.wake();
  expect(await signal.wait(60_000)).toBe(true);
  expect(await signal.wait(1)).toBe(false);
});
