import { expect, test } from '@jest/globals';
import { createIntention } from './intention.ts';

const counting = () => {
  let n = 0;
  return () => `key-${++n}`;
};

test('keeps its key while the same thing is sent again', () => {
  const intention = createIntention(counting());
  expect([intention.keyFor({ a: 1 }), intention.keyFor({ a: 1 })]).toEqual(['key-1', 'key-1']);
});

test('takes a new key when what is sent has changed', () => {
  const intention = createIntention(counting());
  expect([intention.keyFor({ a: 1 }), intention.keyFor({ a: 2 })]).toEqual(['key-1', 'key-2']);
});

test('takes a new key after the server’s final word', () => {
  const intention = createIntention(counting());
  const first = intention.keyFor({ a: 1 });
  intention.settled();
  expect(intention.keyFor({ a: 1 })).not.toBe(first);
});
