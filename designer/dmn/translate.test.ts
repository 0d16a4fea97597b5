import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { translateDecisions } from './translate.ts';

const lib = dirname(createRequire(import.meta.url).resolve('dmn-js-decision-table/lib/Editor.js'));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.js') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Everything that the editor says, as its source has it. */
const said = [
  ...new Set(
    sources(lib).flatMap((text) =>
      [...text.matchAll(/translate\('((?:[^'\\]|\\.)+)'/g)].map(([, words = '']) => words),
    ),
  ),
];

test('the editor says nothing that has no Chinese', () => {
  expect(said.length).toBeGreaterThan(80);
  const chinese = translateDecisions('zh-CN');
  expect(said.filter((words) => chinese(words) === words)).toEqual([]);
});

test('in English it says what it says, with the gaps filled', () => {
  const english = translateDecisions('en');
  expect(english('Add rule')).toBe('Add rule');
  expect(english('Expression language: {expressionLanguageLabel}', { expressionLanguageLabel: 'FEEL' })).toBe(
    'Expression language: FEEL',
  );
});
