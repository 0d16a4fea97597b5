import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { maxFileBytes, maxRows, type RawSheet } from './raw-sheet.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { RosterKind } from './sheet.ts';
import { sheetOf } from './sheets/index.ts';
import { fileTooLarge } from './unreadable-file.ts';

export interface RosterFile {
  readonly format: 'xlsx' | 'csv';
  /** A CSV file holds one sheet and must be told which; XLSX sheets are known by their names. */
  readonly kind?: RosterKind;
  readonly bytes: Buffer;
}

/** The sheets of the file as text. Throws AppError when the file as a whole cannot be read, or is too large. */
export async function readRoster({ format, kind, bytes }: RosterFile): Promise<RawSheet[]> {
  if (bytes.length > maxFileBytes)
    throw fileTooLarge(`The file has ${bytes.length} bytes; at most ${maxFileBytes} are read.`);
  const sheets = format === 'xlsx' ? await readXlsx(bytes) : [readCsv(bytes, csvSheetName(kind))];
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > maxRows) throw fileTooLarge(`The file has ${rows} lines; at most ${maxRows} are read.`);
  return sheets;
}

function csvSheetName(kind: RosterKind | undefined): string {
  const sheet = kind && sheetOf(kind);
  if (sheet) return sheet.name;
  throw new AppError(
    'invalid-request',
    'A CSV file holds one sheet: say by "kind" whether its rows are org-units, classes, staff, pupils or guardians.',
    { field: 'kind' },
  );
}
