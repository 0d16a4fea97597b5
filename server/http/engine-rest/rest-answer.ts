import type { Response } from 'express';

/**
 * Answers JSON with the content type exactly `application/json`: the official JavaScript client takes a body with
 * "; charset=utf-8" behind it for bytes, and runs its handlers once for each.
 */
export function sendJson(response: Response, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function sendNothing(response: Response): void {
  response.writeHead(204).end();
}

export function sendText(response: Response, text: string): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

/** Content that a client has put into a variable: always a download, so that no browser runs it on our origin. */
export function sendBytes(
  response: Response,
  { filename, data }: { readonly filename: string; readonly data: string },
): void {
  const plain = filename.replace(/[^\w.-]/g, '_');
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
    'cache-control': 'no-store',
  });
  response.end(Buffer.from(data, 'base64'));
}
