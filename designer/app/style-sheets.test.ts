import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const designer = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(designer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css') && !/(?:^|[\\/])(?:dist|node_modules)[\\/]/.test(name))
  .map((name) => join(designer, name));

/** Classes that a sheet gives a rule of their own: not those that it styles inside something else. */
function ownClasses(sheet: string): string[] {
  const text = withoutPrint(readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return selectors.flatMap((selector) => /^\s*\.((?:de|op)-[\w-]+)\s*$/.exec(selector)?.[1] ?? []);
}

/** What is printed is laid out once more, by the sheet of the page that prints. */
const withoutPrint = (text: string) => text.replace(/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');

// Sheets stay once a page has brought them along, so that a second meaning of a class shows on the next page.
test('a class is styled by one sheet of the designer', () => {
  const byClass = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of ownClasses(sheet))
      byClass.set(name, (byClass.get(name) ?? new Set()).add(relative(designer, sheet)));
  const twice = [...byClass].filter(([, found]) => found.size > 1);

  expect(sheets.length).toBeGreaterThan(10);
  expect(twice.map(([name, found]) => `${name}: ${[...found].sort().join(', ')}`)).toEqual([]);
});
