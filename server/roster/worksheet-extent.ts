import { maxRows } from './raw-sheet.ts';

const maxColumns = 64;
/** Excel's last line; people format whole columns, so that empty lines may go on to here. */
const lastLine = 1_048_576;

const tag = /<(?:\w+:)?(row|c)(\s[^>]*)?>/g;
const reference = /(?:^|\s)r\s*=\s*(["'])([^"']*)\1/;

/**
 * Why a worksheet claims more lines or columns than are read, or null. A reader fills every gap before a cell, so that
 * a single cell at the far corner of an otherwise empty sheet would take all memory.
 */
export function extentProblem(xml: string): string | null {
  for (const [, element, attributes = ''] of xml.matchAll(tag)) {
    if ((attributes.split(/["']/).length - 1) % 2 !== 0)
      return 'a cell is not written as spreadsheets write it';
    const place = reference.exec(attributes)?.[2];
    if (place === undefined) continue;
    const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(place);
    if (!parts) return 'a cell is at a place that does not exist';
    const filled = element === 'c' && !attributes.endsWith('/');
    const [, letters = '', line = ''] = parts;
    if (Number(line) > (filled ? maxRows + 1 : lastLine)) return `it has more than ${maxRows} lines`;
    if (filled && columnNumber(letters) > maxColumns) return `it has more than ${maxColumns} columns`;
  }
  return null;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
