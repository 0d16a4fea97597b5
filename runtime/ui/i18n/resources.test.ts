import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Resource } from './resource.ts';

/** Every folder that may hold words; each language has files ending in its name, e.g. `zh-CN.ts`, `inbox.en.ts`. */
const folders = ['../../ui/i18n/', '../../portal/i18n/', '../../../designer/i18n/'];

interface Pair {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
}

function filesOf(folder: string): string[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  try {
    return readdirSync(path).map((file) => join(path, file));
  } catch {
    return [];
  }
}

const files = folders.flatMap(filesOf);
const pairs: Pair[] = files
  .filter((file) => /zh-CN\.ts$/.test(file))
  .map((chinese) => ({ name: chinese, chinese, english: chinese.replace(/zh-CN\.ts$/, 'en.ts') }));

/** All exported objects of a file, flattened: `export.key.key` -> words. */
async function wordsOf(file: string): Promise<Map<string, unknown>> {
  const exported: Record<string, unknown> = await import(file);
  const words = new Map<string, unknown>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value as Resource))
        walk(inner, path === '' ? key : `${path}.${key}`);
    } else words.set(path, value);
  };
  for (const value of Object.values(exported)) if (typeof value === 'object') walk(value, '');
  return words;
}

const placeholders = (words: unknown) =>
  [...String(words).matchAll(/{{\s*([\w.]+)/g)].map((match) => match[1]).sort();

test('English files have a Chinese one beside them and the other way round', () => {
  const english = files.filter((file) => /en\.ts$/.test(file)).sort();
  expect(english).toEqual(pairs.map((pair) => pair.english).sort());
  expect(pairs.length).toBeGreaterThan(0);
});

describe.each(pairs)('$name', ({ chinese, english }) => {
  test('has the same keys in both languages', async () => {
    const [zh, en] = [await wordsOf(chinese), await wordsOf(english)];
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(zh.size).toBeGreaterThan(0);
  });

  test('has no empty word, and the same placeholders in both', async () => {
    const [zh, en] = [await wordsOf(chinese), await wordsOf(english)];
    const empty = [...zh, ...en].filter(([, words]) => typeof words !== 'string' || words.trim() === '');
    expect(empty).toEqual([]);
    const differing = [...zh].filter(
      ([key, words]) => String(placeholders(words)) !== String(placeholders(en.get(key))),
    );
    expect(differing).toEqual([]);
  });
});
