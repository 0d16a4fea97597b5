import { describe, expect, test } from '@jest/globals';
import { workbook } from './testing/workbook.ts';
import { packZip, unpackZip, ZipError } from './zip.ts';

const all = () => true;
const cap = 1024 * 1024;

function reasonOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof ZipError) return error.reason;
    throw error;
  }
  return 'no error';
}

/** Where the directory says how large the only entry is unpacked. */
const declaredSizeAt = (archive: Buffer) => archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24;

describe('unpackZip', () => {
  const archive = packZip([{ name: 'xl/a.xml', crc: 0, content: Buffer.from('<a>学生</a>') }]);

  test('answers what packZip packed', () => {
    const [entry] = unpackZip(archive, all, cap);
    expect(entry?.name).toBe('xl/a.xml');
    expect(entry?.content.toString()).toBe('<a>学生</a>');
  });

  test('unpacks a workbook, only the wanted parts', async () => {
    const entries = unpackZip(
      await workbook({ 学生: [['学籍号']] }),
      (name) => name === 'xl/workbook.xml',
      cap,
    );
    expect(entries.map((entry) => entry.name)).toEqual(['xl/workbook.xml']);
    expect(entries[0]?.content.toString()).toContain('学生');
  });

  test('refuses by the directory what would be too large, before it unpacks anything', () => {
    const bomb = Buffer.from(archive);
    bomb.writeUInt32LE(cap + 1, declaredSizeAt(bomb));
    expect(reasonOf(() => unpackZip(bomb, all, cap))).toBe('too-large');
  });

  test('stops at the declared size when an entry is larger than its directory says', async () => {
    const book = await workbook({ 学生: [['学籍号'.repeat(2000)]] });
    const name = 'xl/sharedStrings.xml';
    const at = book.indexOf(name, book.indexOf('PK\x01\x02', undefined, 'latin1'), 'latin1') - 46 + 24;
    book.writeUInt32LE(100, at);
    expect(reasonOf(() => unpackZip(book, (one) => one === name, cap))).toBe('too-large');
  });

  test.each([
    ['no archive', Buffer.from('学籍号,姓名\n')],
    ['an empty file', Buffer.alloc(0)],
    ['an archive that is cut off', archive.subarray(0, archive.length - 30)],
    ['an archive whose parts were cut away', archive.subarray(40)],
  ])('refuses %s', (_, bytes) => {
    expect(reasonOf(() => unpackZip(bytes, all, cap))).toBe('not-a-zip');
  });

  test('refuses one name twice', () => {
    const part = { name: 'a.xml', crc: 0, content: Buffer.from('1') };
    expect(reasonOf(() => unpackZip(packZip([part, part]), all, cap))).toBe('not-a-zip');
  });

  test('refuses a password', () => {
    const locked = Buffer.from(archive);
    locked.writeUInt16LE(1, locked.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8);
    expect(reasonOf(() => unpackZip(locked, all, cap))).toBe('not-a-zip');
  });
});
