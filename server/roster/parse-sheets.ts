import type { RawRow, RawSheet } from './raw-sheet.ts';
import type { Report } from './report.ts';
import type { Column, Line, RosterKind, Sheet } from './sheet.ts';
import { sheetOf, sheets } from './sheets/index.ts';

export type Lines = ReadonlyMap<RosterKind, readonly Line[]>;

/** Sheets that people write for people. */
const notes = new Set(['说明', '填写说明', 'readme', 'notes']);
/** Columns that are left alone. */
const remarks = new Set(['备注', '序号', 'remark', 'remarks', 'no.']);

/** Control characters and invisible ones, which would make two equal-looking names different. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

const comparable = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/**
 * Recognises sheets and columns by their headings and checks every cell by its column's rule; what does not hold is
 * reported. `kind`: what the first sheet is, whatever its name.
 */
export function parseSheets(raw: readonly RawSheet[], report: Report, kind?: RosterKind): Lines {
  const found = new Map<RosterKind, readonly Line[]>();
  const filled = raw.filter((sheet) => sheet.rows.length > 0 && !notes.has(comparable(sheet.name)));
  filled.forEach((rawSheet, index) => {
    const sheet = kind === undefined ? recognise(rawSheet.name) : index === 0 ? sheetOf(kind) : undefined;
    const place = { sheet: rawSheet.name, line: 1, column: '' };
    if (!sheet) report.error(place, 'unknown-sheet');
    else if (found.has(sheet.kind)) report.error(place, 'duplicate-sheet');
    else found.set(sheet.kind, parseSheet(sheet, rawSheet, report));
  });
  return found;
}

function recognise(name: string): Sheet | undefined {
  return sheets.find((sheet) => [sheet.name, sheet.kind, ...sheet.aliases].includes(comparable(name)));
}

function parseSheet(sheet: Sheet, raw: RawSheet, report: Report): readonly Line[] {
  const [heading, ...rows] = raw.rows;
  report.sheet(sheet.kind, raw.name, rows.length);
  const columns = heading && readHeading(sheet, raw.name, heading, report);
  if (!columns) return [];
  return rows.map((row) => parseRow(sheet, raw.name, columns, row, report));
}

/** Where each column stands; null when the heading is wrong, because then nothing below it can be trusted. */
function readHeading(
  sheet: Sheet,
  name: string,
  heading: RawRow,
  report: Report,
): ReadonlyMap<string, number> | null {
  const places = new Map<string, number>();
  let wrong = false;
  const refuse = (
    column: string,
    rule: 'unknown-column' | 'duplicate-column' | 'missing-column',
    detail = '',
  ) => {
    wrong = true;
    report.error({ sheet: name, line: heading.line, column: column.slice(0, 40) }, rule, detail);
  };
  heading.cells.forEach((cell, index) => {
    const text = comparable(cell);
    if (text === '' || remarks.has(text)) return;
    const key = Object.entries(sheet.columns).find(([, column]) =>
      [column.heading, ...column.aliases].includes(text),
    )?.[0];
    if (key === undefined) refuse(cell, 'unknown-column');
    else if (places.has(key)) refuse(cell, 'duplicate-column');
    else places.set(key, index);
  });
  for (const [key, column] of Object.entries(sheet.columns)) {
    if (column.required && !places.has(key)) refuse(column.heading, 'missing-column', column.heading);
  }
  return wrong ? null : places;
}

function parseRow(
  sheet: Sheet,
  name: string,
  places: ReadonlyMap<string, number>,
  row: RawRow,
  report: Report,
): Line {
  const values: Record<string, string> = {};
  let bad = false;
  for (const [key, column] of Object.entries(sheet.columns)) {
    const cell = (row.cells[places.get(key) ?? -1] ?? '').normalize('NFC').trim();
    const checked = checkCell(column, cell);
    values[key] = typeof checked === 'string' ? checked : '';
    if (typeof checked === 'string') continue;
    bad = true;
    const place = { sheet: name, line: row.line, column: column.heading, value: cell, mask: column.mask };
    report.error(place, checked.rule, checked.detail);
  }
  return { sheet: name, line: row.line, values, bad };
}

function checkCell(column: Column, cell: string): ReturnType<Column['rule']> {
  if (cell === '') return column.required ? { rule: 'required' } : '';
  if (invisible.test(cell)) return { rule: 'control-character' };
  return column.rule(cell);
}
