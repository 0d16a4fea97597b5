/** The one storage that forms may name; the designer writes it into every file component. */
export const fileStorageName = 'oneplan';

/** A stored file as the server tells of it. `url` is a path on this server. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
  /** media type, found by content */
  readonly type: string;
  readonly url: string;
}

/** Where a form puts its files: one request with the raw bytes, aborted with the signal. */
export interface FileStorage {
  /** Rejects with an `Error` whose message can be shown. `onProgress` takes a share between 0 and 1. */
  readonly upload: (
    file: File,
    options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
  ) => Promise<StoredFile>;
}

/** A file inside a submission. */
export interface SubmittedFile extends StoredFile {
  readonly storage: typeof fileStorageName;
  readonly originalName: string;
}

/** What Form.io's file component calls. */
export interface FileService {
  uploadFile(
    storage: string,
    file: File,
    fileName: string,
    dir: string,
    onProgress: (event: { loaded: number; total: number }) => void,
    ...rest: unknown[]
  ): Promise<SubmittedFile>;
  downloadFile(file: {
    readonly url?: string;
    readonly name?: string;
  }): Promise<{ url: string; name?: string }>;
  deleteFile(file: unknown): Promise<void>;
}

/**
 * An address that may be opened from a submission: a path on this server. Data come from people, so anything
 * else (other hosts, `javascript:`) becomes empty.
 */
export function safeFileUrl(url: unknown): string {
  return typeof url === 'string' && /^\/(?![/\\])/.test(url) ? url : '';
}

/** Positions of two callbacks among Form.io's arguments after `onProgress`: "it begins", and who takes the abort. */
const [startArgument, abortArgument] = [5, 6];

/** Form.io's file service over a storage; without one, uploads are refused with `refusal`. */
export function fileService(storage: FileStorage | undefined, refusal: string): FileService {
  return {
    async uploadFile(_name, file, _fileName, _dir, onProgress, ...rest) {
      if (!storage) throw new Error(refusal);
      // Form.io's callback uses the promise that this function returns, so it must be there already.
      await Promise.resolve();
      const tellStart = rest[startArgument];
      if (typeof tellStart === 'function') tellStart();
      const abort = new AbortController();
      const offerAbort = rest[abortArgument];
      if (typeof offerAbort === 'function') offerAbort(() => abort.abort());
      const stored = await storage.upload(file, {
        onProgress: (share) => onProgress({ loaded: Math.round(share * file.size), total: file.size }),
        signal: abort.signal,
      });
      return { ...stored, storage: fileStorageName, originalName: file.name };
    },
    async downloadFile(file) {
      return { ...file, url: safeFileUrl(file.url) };
    },
    // A file that no submission names is removed by the server; the draft just forgets it.
    async deleteFile() {},
  };
}
