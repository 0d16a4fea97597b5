import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  readonly content: Buffer;
}

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly reason: 'not-a-zip' | 'too-large';

  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const maxEntries = 2000;
const damaged = (what: string) => new ZipError('not-a-zip', `The file is no readable ZIP archive: ${what}.`);

/**
 * Unpacks the entries that `wanted` names. What the central directory declares is added up before anything is
 * unpacked, and no entry may turn out larger than declared: an archive bomb costs no more than reading its directory.
 */
export function unpackZip(bytes: Buffer, wanted: (name: string) => boolean, maxBytes: number): ZipEntry[] {
  try {
    const listed = readDirectory(bytes);
    const total = listed.reduce((sum, entry) => sum + entry.size, 0);
    if (total > maxBytes)
      throw new ZipError(
        'too-large',
        `Unpacked, the file would have ${total} bytes; at most ${maxBytes} are read.`,
      );
    return listed
      .filter((entry) => wanted(entry.name))
      .map((entry) => ({ name: entry.name, crc: entry.crc, content: unpackEntry(bytes, entry) }));
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw damaged('it is cut off or altered');
  }
}

function readDirectory(bytes: Buffer): Listed[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw damaged('it has no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxEntries)
    throw new ZipError('too-large', `The file holds ${count} parts; at most ${maxEntries} are read.`);
  const listed: Listed[] = [];
  const names = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw damaged('its directory is damaged');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    if (names.has(name)) throw damaged('it holds one part twice');
    names.add(name);
    listed.push({
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      ...sizes(bytes, at, bytes.subarray(nameEnd, extraEnd)),
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return listed;
}

/** Some writers put every size into the ZIP64 field, also the small ones. */
function sizes(bytes: Buffer, at: number, extra: Buffer): Pick<Listed, 'packedSize' | 'size' | 'offset'> {
  let wide = Buffer.alloc(0);
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2)) {
    if (extra.readUInt16LE(from) === 1)
      wide = Buffer.from(extra.subarray(from + 4, from + 4 + extra.readUInt16LE(from + 2)));
  }
  let read = 0;
  const take = (narrow: number) => {
    if (narrow !== 0xffff_ffff) return narrow;
    read += 8;
    return Number(wide.readBigUInt64LE(read - 8));
  };
  const size = take(bytes.readUInt32LE(at + 24));
  const packedSize = take(bytes.readUInt32LE(at + 20));
  return { size, packedSize, offset: take(bytes.readUInt32LE(at + 42)) };
}

function unpackEntry(bytes: Buffer, entry: Listed): Buffer {
  if (entry.flags & 1) throw damaged('it is protected by a password');
  if (bytes.readUInt32LE(entry.offset) !== 0x04034b50)
    throw damaged('a part is not where its directory says');
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  if (content.length !== entry.size) throw damaged('a part has not the size that its directory says');
  return content;
}

function inflate(packed: Buffer, entry: Listed): Buffer {
  if (entry.method !== 8) throw damaged('it is packed in a way that spreadsheets do not use');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipError('too-large', 'A part of the file is larger than the file says.');
    throw error;
  }
}

/** An archive of the entries, not compressed: for a reader that takes archives, with nothing left to go wrong in it. */
export function packZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, crc, content } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, content);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
