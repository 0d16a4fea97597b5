import { NetworkFailure } from './api-problem.ts';

export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob | null;
  readonly signal?: AbortSignal;
  /** Share of the body that has left, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface TransportAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** How a request travels. Rejects with {@link NetworkFailure} when no answer came, with AbortError when given up. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** Same-origin cookies only; never follows the caller’s credentials to another host. */
export function fetchTransport(fetchWith: typeof fetch): Transport {
  return async (request) => {
    try {
      const response = await fetchWith(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        credentials: 'same-origin',
        signal: request.signal ?? null,
      });
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        text: await response.text(),
      };
    } catch (error) {
      if (request.signal?.aborted === true) {
        throw error;
      }
      throw new NetworkFailure(error);
    }
  };
}

/** XMLHttpRequest, for files: fetch does not tell how far an upload has come. */
export const uploadTransport: Transport = (request) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) {
        request.onProgress?.(event.loaded / event.total);
      }
    });
    xhr.addEventListener('load', () =>
      resolve({
        status: xhr.status,
        header: (name) => xhr.getResponseHeader(name),
        text: xhr.responseText,
      }),
    );
    xhr.addEventListener('error', () => reject(new NetworkFailure()));
    xhr.addEventListener('timeout', () => reject(new NetworkFailure()));
    xhr.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
    request.signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(request.body);
  });
