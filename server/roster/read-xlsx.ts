import readXlsxFile from 'read-excel-file/universal';
import { isEmptyRow, maxUnpackedBytes, type RawSheet } from './raw-sheet.ts';
import { fileTooLarge, unreadableFile } from './unreadable-file.ts';
import { extentProblem } from './worksheet-extent.ts';
import { packZip, unpackZip, type ZipEntry, ZipError } from './zip.ts';

/**
 * All sheets of a workbook as text. Formulas are never calculated: the value that was saved with the file counts.
 * The archive is unpacked here, under limits, and handed to the reader unpacked, so that only one reading of it counts.
 */
export async function readXlsx(bytes: Buffer): Promise<RawSheet[]> {
  const entries = unpack(bytes);
  for (const entry of entries) {
    if (entry.content.includes('<!DOCTYPE'))
      throw unreadableFile('xlsx', 'It holds a document type declaration.');
    if (!entry.name.startsWith('xl/worksheets/')) continue;
    const problem = extentProblem(entry.content.toString('latin1'));
    if (problem) throw fileTooLarge(`${entry.name.slice('xl/worksheets/'.length)}: ${problem}.`);
  }
  const archive = packZip(entries);
  const sheets = await parse(new Uint8Array(archive).buffer);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data
      .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
      .filter((row) => !isEmptyRow(row.cells)),
  }));
}

function unpack(bytes: Buffer): ZipEntry[] {
  try {
    return unpackZip(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'), maxUnpackedBytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw error.reason === 'too-large'
      ? fileTooLarge(error.message)
      : unreadableFile('xlsx', 'It is no .xlsx workbook, or it is damaged.', error);
  }
}

type Cell = string | boolean | Date | null;

async function parse(archive: ArrayBuffer): Promise<{ sheet: string; data: Cell[][] }[]> {
  try {
    // Numbers stay as they were written: 11 and more digits must not lose any.
    const sheets = await readXlsxFile<string>(archive, { parseNumber: (text) => text });
    return sheets as unknown as { sheet: string; data: Cell[][] }[];
  } catch (error) {
    throw unreadableFile('xlsx', 'It is no .xlsx workbook, or it is damaged.', error);
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  // Spreadsheets save 13800138000 as 1.3800138E10, and 3 as 3.0 at times.
  const number = /^\d+(\.\d+)?(E\+?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
  return /[.E]/i.test(cell) && Number.isSafeInteger(number) ? String(number) : cell;
}
