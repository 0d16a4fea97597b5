import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDefinitions } from '../definitions.ts';
import { KNOWN_DIFFERENCES } from '../known-differences.ts';
import { refusals } from './refusals.ts';
import { supportPage } from './support-page.ts';
import { SUPPORT_TABLES } from './support-rows.ts';

const page = new URL('../../../docs/bpmn-support.md', import.meta.url);
const definitions = readDefinitions();
const rows = SUPPORT_TABLES.flatMap((table) => table.rows.map(({ id }) => id));

describe('the page of what is supported', () => {
  test('every row is proved by a definition', () => {
    const proved = new Set(definitions.flatMap(({ proves }) => proves));
    expect(rows.filter((id) => !proved.has(id))).toEqual([]);
  });

  test('a definition proves rows of the page only', () => {
    const known = new Set([...rows, ...definitions.map(({ name }) => name)]);
    expect(definitions.flatMap(({ proves }) => proves.filter((id) => !known.has(id)))).toEqual([]);
  });

  test('what is said to be refused is refused', async () => {
    const accepted = (await refusals()).filter(({ message }) => message === undefined);
    expect(accepted).toEqual([]);
  });

  test('docs/bpmn-support.md is what would be generated (UPDATE_DOCS=1 writes it)', async () => {
    const generated = supportPage(definitions, await refusals(), KNOWN_DIFFERENCES);
    if (process.env.UPDATE_DOCS !== undefined) writeFileSync(page, generated);
    expect(readFileSync(page, 'utf8')).toBe(generated);
  });
});
