import { FlateErrorCode, Unzip, UnzipInflate } from 'fflate/browser';
import { PlanFileRefused } from './plan-file-finding.ts';
import { planFileLimits } from './plan-file-limits.ts';

/** Deflate makes at most a thousandfold of what it reads: a piece this small never unpacks to more than 17 MB. */
const pieceBytes = 16_384;

/**
 * The text files of a zip file, by path. Unpacked piece by piece, so that a file that unpacks to more than plans may
 * have is refused long before it fills the memory, whatever sizes it claims. Throws PlanFileRefused.
 */
export function unzipFiles(bytes: Uint8Array): ReadonlyMap<string, string> {
  if (bytes.length > planFileLimits.packed) throw tooBig('bytes', planFileLimits.packed);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4)
    throw new PlanFileRefused('plan-file-not-zip');
  const reading = new Reading();
  const unzip = new Unzip((file) => reading.begin(file));
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  } catch (error) {
    throw damaged(error);
  }
  return reading.texts();
}

type UnzipFile = Parameters<ConstructorParameters<typeof Unzip>[0] & object>[0];

class Reading {
  readonly #files = new Map<string, { readonly chunks: Uint8Array[]; ended: boolean }>();
  #entries = 0;
  #unpacked = 0;

  begin(file: UnzipFile): void {
    const { name } = file;
    this.#entries += 1;
    if (this.#entries > planFileLimits.entries) throw tooBig('files', planFileLimits.entries);
    if (!isPlain(name) || this.#files.has(name)) throw new PlanFileRefused('plan-file-name', { file: name });
    const read = { chunks: [] as Uint8Array[], ended: false };
    // A folder by itself holds nothing; tools other than ours write them.
    if (!name.endsWith('/')) this.#files.set(name, read);
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) throw damaged(error);
      size += chunk.length;
      this.#unpacked += chunk.length;
      if (size > planFileLimits.entry) throw tooBig('bytes in one file', planFileLimits.entry);
      if (this.#unpacked > planFileLimits.unpacked) throw tooBig('bytes unpacked', planFileLimits.unpacked);
      read.chunks.push(chunk);
      read.ended = final;
    };
    file.start();
  }

  texts(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const [name, { chunks, ended }] of this.#files) {
      if (!ended) throw new PlanFileRefused('plan-file-damaged', { reason: name });
      texts.set(name, textOf(name, chunks));
    }
    return texts;
  }
}

/** Relative, without steps up, drives or anything that a file system reads otherwise than it looks. */
function isPlain(name: string): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\/?$/.test(name) &&
    name.length <= 300 &&
    !name.includes('..')
  );
}

function textOf(name: string, chunks: readonly Uint8Array[]): string {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    throw new PlanFileRefused('plan-file-not-text', { file: name });
  }
}

/** What the decoder threw; our own refusal comes back through it as it was. */
function damaged(error: unknown): PlanFileRefused {
  if (error instanceof PlanFileRefused) return error;
  const code = error instanceof Error && 'code' in error ? Number(error.code) : -1;
  const reason = Object.entries(FlateErrorCode).find(([, value]) => value === code)?.[0] ?? 'zip';
  return new PlanFileRefused('plan-file-damaged', { reason });
}

const tooBig = (what: string, most: number) => new PlanFileRefused('plan-file-too-big', { what, most });
