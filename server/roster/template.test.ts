import { expect, test } from '@jest/globals';
import { parseSheets } from './parse-sheets.ts';
import { readXlsx } from './read-xlsx.ts';
import { Report } from './report.ts';
import { rosterTemplate } from './template.ts';

test('the template has the five sheets, and its own examples hold', async () => {
  const report = new Report();
  const lines = parseSheets(await readXlsx(await rosterTemplate()), report);
  expect(report.result().errors).toEqual([]);
  expect([...lines.keys()]).toEqual(['org-units', 'classes', 'staff', 'pupils', 'guardians']);
  for (const rows of lines.values()) expect(rows).toHaveLength(1);
});
