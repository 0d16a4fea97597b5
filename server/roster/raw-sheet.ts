/** A sheet as it stands in the file: text only, no meaning yet. */
export interface RawSheet {
  readonly name: string;
  /** Empty lines are left out; the first one is the heading. */
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** As the spreadsheet shows it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A whole city's junior highs are about 500,000 pupils: a district's file fits, a slip of the mouse does not. */
export const maxFileBytes = 20 * 1024 * 1024;
export const maxUnpackedBytes = 200 * 1024 * 1024;
export const maxRows = 200_000;

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
