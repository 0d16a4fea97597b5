import { describe, expect, test } from '@jest/globals';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { readXlsx } from './read-xlsx.ts';
import { workbook } from './testing/workbook.ts';
import { packZip, unpackZip } from './zip.ts';

/** The workbook with the text of one part replaced. */
function tamper(book: Buffer, part: string, change: (xml: string) => string): Buffer {
  const entries = unpackZip(book, () => true, 10_000_000);
  return packZip(
    entries.map((entry) =>
      entry.name === part ? { ...entry, content: Buffer.from(change(entry.content.toString())) } : entry,
    ),
  );
}

async function codeOf(bytes: Buffer): Promise<string> {
  const error = await readXlsx(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.code : `not refused: ${error}`;
}

describe('readXlsx', () => {
  test('answers every sheet as text, with the line numbers of the spreadsheet', async () => {
    const book = await workbook({
      学生: [['学籍号', '姓名'], [], ['L440390201309120417', ' 李四 ']],
      说明: [],
    });
    expect(await readXlsx(book)).toEqual([
      {
        name: '学生',
        rows: [
          { line: 1, cells: ['学籍号', '姓名'] },
          { line: 3, cells: ['L440390201309120417', '李四'] },
        ],
      },
      { name: '说明', rows: [] },
    ]);
  });

  test('keeps all digits of numbers, and reads dates as days', async () => {
    const [sheet] = await readXlsx(
      await workbook({ A: [[13800138000, 2026, 0.5, new Date(Date.UTC(2026, 8, 1)), true, null, 'x']] }),
    );
    expect(sheet?.rows[0]?.cells).toEqual(['13800138000', '2026', '0.5', '2026-09-01', 'TRUE', '', 'x']);
  });

  test('takes text that looks like a formula for text, and a formula for its saved value', async () => {
    const [sheet] = await readXlsx(
      await workbook({
        A: [['=1+1', '@SUM(A1)', '-2+3', { formula: 'CONCATENATE("a","b")', result: 'ab' }]],
      }),
    );
    expect(sheet?.rows[0]?.cells).toEqual(['=1+1', '@SUM(A1)', '-2+3', 'ab']);
  });

  test.each(['学籍号,姓名', 'PK\x03\x04 not really', ''])('refuses what is no workbook: %j', async (text) => {
    expect(await codeOf(Buffer.from(text))).toBe('media-type-not-allowed');
  });

  test('refuses an archive without a workbook in it', async () => {
    expect(await codeOf(packZip([{ name: 'a.xml', crc: 0, content: Buffer.from('<a/>') }]))).toBe(
      'media-type-not-allowed',
    );
  });

  test('refuses a document type declaration', async () => {
    const book = tamper(await workbook({ A: [['x']] }), 'xl/workbook.xml', (xml) =>
      xml.replace('<workbook', '<!DOCTYPE a [<!ENTITY b "c">]><workbook'),
    );
    expect(await codeOf(book)).toBe('media-type-not-allowed');
  });

  test.each([
    ['a filled cell in the last line', 'A1048576'],
    ['a filled cell in the last column', 'XFD1'],
    ['a place that no spreadsheet has', 'A99999999'],
    ['a place written in character references', 'A&#49;048576'],
  ])('refuses %s of an otherwise empty sheet', async (_, place) => {
    const book = tamper(await workbook({ A: [['x']] }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('r="A1"', `r="${place}"`),
    );
    expect(await codeOf(book)).toBe('payload-too-large');
  });

  test('refuses a bomb: 300 MB of zeros in a small file', async () => {
    const entries = unpackZip(await workbook({ A: [['x']] }), () => true, 10_000_000);
    const archive = packZip(entries);
    const sizeAt = archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24;
    archive.writeUInt32LE(300 * 1024 * 1024, sizeAt);
    expect(await codeOf(archive)).toBe('payload-too-large');
  });
});
