import { type ApiClient, createClient } from './client.ts';
import { fetchTransport, uploadTransport } from './transport.ts';

/** The client of a page: browser fetch and XMLHttpRequest, random keys, pauses of 0.5 s and 1 s. */
export function browserClient(onSignedOut: () => void): ApiClient {
  return createClient({
    send: fetchTransport((input, init) => fetch(input, init)),
    upload: uploadTransport,
    newKey: randomKey,
    pause: (n) => new Promise((resolve) => setTimeout(resolve, n * 500)),
    onSignedOut,
  });
}

/** A random UUID (version 4); also where the page is served without TLS and crypto.randomUUID is missing. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
