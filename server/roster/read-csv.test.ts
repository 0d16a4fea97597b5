import { describe, expect, test } from '@jest/globals';
import { readCsv } from './read-csv.ts';

/** 学籍号,姓名 and 张三 in GB18030, as a Chinese Excel saves them. */
const gb18030 = Buffer.from('d1a7bcaebac52cd0d5c3fb0d0a312cd5c5c8fd0d0a', 'hex');
const cellsOf = (bytes: Buffer) => readCsv(bytes, '学生').rows.map((row) => row.cells);

describe('readCsv', () => {
  test.each([
    ['UTF-8', Buffer.from('学籍号,姓名\r\n1,张三\r\n')],
    ['UTF-8 with BOM', Buffer.from('\uFEFF学籍号,姓名\n1,张三')],
    ['UTF-16 with BOM', Buffer.from('\uFEFF学籍号\t姓名\n1\t张三', 'utf16le')],
    ['GB18030', gb18030],
    ['semicolons', Buffer.from('学籍号;姓名\n1;张三')],
  ])('reads %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([
      ['学籍号', '姓名'],
      ['1', '张三'],
    ]);
  });

  test('counts lines as an editor shows them, past empty lines and line breaks in a cell', () => {
    const text = 'a,b\r\n\r\n"x\r\ny","p\nq"\r\n,\r\n1,2\r\n';
    expect(readCsv(Buffer.from(text), '学生').rows.map((row) => row.line)).toEqual([1, 3, 7]);
  });

  test('takes nothing for a formula', () => {
    expect(cellsOf(Buffer.from('=1+1,@x,"=HYPERLINK(""u"")"'))).toEqual([['=1+1', '@x', '=HYPERLINK("u")']]);
  });

  test('names the line of a quotation mark that is never closed, and repeats no cell', () => {
    const read = () => readCsv(Buffer.from('学籍号,姓名\n"L440390201309120417,x\n'), '学生');
    expect(read).toThrow(expect.objectContaining({ code: 'media-type-not-allowed' }));
    expect(read).toThrow(/line \d/);
    expect(read).not.toThrow(/L4403/);
  });

  test('refuses what is no text', () => {
    const read = () => readCsv(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), '学生');
    expect(read).toThrow(expect.objectContaining({ code: 'media-type-not-allowed' }));
  });

  test('refuses more lines than an import takes', () => {
    const read = () => readCsv(Buffer.from('a\n'.repeat(200_010)), '学生');
    expect(read).toThrow(expect.objectContaining({ code: 'payload-too-large' }));
  });
});
