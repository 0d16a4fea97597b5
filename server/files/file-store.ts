import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FieldCipher } from '../identity/field-cipher.ts';

/** Bytes by their SHA-256, encrypted on disk. Names and types are rows of the database; nothing of a name reaches the disk. */
export interface FileStore {
  /** Stores the bytes durably and answers their SHA-256; storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws when there is no such file, or when it was altered. */
  get(sha256: string): Promise<Buffer>;
}

export function createFileStore(folder: string, cipher: FieldCipher): FileStore {
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const target = place(sha256);
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      const temporary = `${target}.${randomBytes(6).toString('hex')}`;
      await writeFile(temporary, cipher.encryptBytes(`file/${sha256}`, bytes), { flush: true });
      await rename(temporary, target);
      return sha256;
    },
    async get(sha256) {
      return cipher.decryptBytes(`file/${sha256}`, await readFile(place(sha256)));
    },
  };
}
