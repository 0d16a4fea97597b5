import { CsvError, parse } from 'csv-parse/sync';
import { isEmptyRow, maxRows, type RawSheet } from './raw-sheet.ts';
import { fileTooLarge, unreadableFile } from './unreadable-file.ts';

/**
 * One sheet of text: UTF-8 with or without BOM, UTF-16 with BOM, or GB18030, which is what a Chinese Excel saves;
 * separated by comma, semicolon or tab. Nothing is taken for a formula.
 */
export function readCsv(bytes: Buffer, name: string): RawSheet {
  const text = decode(bytes);
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  for (const cells of parseRecords(text)) {
    if (!isEmptyRow(cells)) rows.push({ line, cells });
    line += 1 + lineBreaks(cells);
  }
  return { name, rows };
}

function decode(bytes: Buffer): string {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  throw unreadableFile('csv', 'Its characters are neither UTF-8 nor GB18030.');
}

function parseRecords(text: string): string[][] {
  try {
    const records: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: maxRows + 2,
    });
    if (records.length > maxRows + 1) throw fileTooLarge(`The file has more than ${maxRows} lines.`);
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    // The parser's own message may quote the cell; only the place is told.
    throw unreadableFile('csv', `The quotation marks in line ${line ?? '?'} do not match.`);
  }
}

/** The separator that the heading uses most. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => heading.split(separator).length;
  return [',', '\t', ';'].reduce(
    (best, separator) => (count(separator) > count(best) ? separator : best),
    ',',
  );
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
