import english from '@formio/js/lib/cjs/translations/en';
import { expect, test } from '@jest/globals';
import { rendererZh } from './renderer.zh.ts';

// A CommonJS module with an own `default`.
const keys: Readonly<Record<string, string>> = 'default' in english ? (english.default as never) : english;
const chinese: Readonly<Record<string, string>> = rendererZh;
const placeholders = (words = '') => [...words.matchAll(/{{\s*(\w+)\s*}}/g)].map((match) => match[1]);

test('every key of the renderer has Chinese words', () => {
  expect(Object.keys(keys).length).toBeGreaterThan(200);
  expect(Object.keys(keys).filter((key) => !chinese[key]?.trim())).toEqual([]);
});

test('Chinese words use no placeholder that Form.io does not fill', () => {
  const invented = Object.keys(keys).filter((key) => {
    const known = placeholders(keys[key]);
    return placeholders(chinese[key]).some((name) => !known.includes(name));
  });
  expect(invented).toEqual([]);
});
