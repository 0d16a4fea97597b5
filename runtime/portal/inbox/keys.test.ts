import { describe, expect, test } from '@jest/globals';
import { inboxCommand } from './keys.ts';

const press = (key: string, more: Partial<Parameters<typeof inboxCommand>[0]> = {}) =>
  inboxCommand({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    target: null,
    ...more,
  });

describe('a key in the inbox', () => {
  test.each([
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['c', 'confirm'],
    ['C', 'confirm'],
    ['r', 'return'],
    ['/', 'search'],
    ['?', 'help'],
    ['x', 'select'],
    ['y', null],
  ])('%s means %s', (key, command) => {
    expect(press(key)).toBe(command);
  });

  test.each([['INPUT'], ['TEXTAREA'], ['SELECT']])('means nothing while typing in %s', (tagName) => {
    expect(press('c', { target: { tagName } })).toBeNull();
  });

  test('belongs to a control with keys of its own', () => {
    expect(press('ArrowDown', { target: { tagName: 'DIV', role: 'listbox' } })).toBeNull();
    expect(press('c', { target: { tagName: 'DIV', editable: true } })).toBeNull();
  });

  test('belongs to the browser with Ctrl, Alt or Command, and to an input method while composing', () => {
    expect([
      press('r', { ctrlKey: true }),
      press('c', { metaKey: true }),
      press('c', { isComposing: true }),
    ]).toEqual([null, null, null]);
  });

  test('held down moves on but does not decide again', () => {
    expect([press('ArrowDown', { repeat: true }), press('c', { repeat: true })]).toEqual(['next', null]);
  });
});
