import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  /** With the query; begins with a slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * One HTTP/1.1 connection that is kept alive, one call at a time, with as little work of its own as can be: what is
 * measured is the server, and client and server share the machine. The same for every side of a comparison.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;

  static async open(address: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new HttpConnection(socket, host);
  }

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    const broken = (error?: Error) => this.#fail(error ?? new Error('the server closed the connection'));
    socket.on('error', broken);
    socket.on('close', () => broken());
  }

  send({ method, path, headers = {}, body }: Call): Promise<Reply> {
    if (this.#waiting) throw new Error('one call at a time');
    const text = body === undefined ? '' : JSON.stringify(body);
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n`;
    for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    if (body !== undefined)
      head += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${head}\r\n${text}`);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const reply = readReply(this.#received);
    const waiting = this.#waiting;
    if (!reply || !waiting) return;
    this.#received = Buffer.alloc(0);
    this.#waiting = null;
    waiting.resolve(reply);
  }
}

/** Null: not all of it is there yet. */
function readReply(received: Buffer): Reply | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const bodyAt = end + 4;
  if (head.includes('transfer-encoding: chunked')) {
    const body = readChunks(received, bodyAt);
    return body === null ? null : { status, body };
  }
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  if (received.length < bodyAt + length) return null;
  return { status, body: received.toString('utf8', bodyAt, bodyAt + length) };
}

function readChunks(received: Buffer, from: number): string | null {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (received.length < next) return null;
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(received.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
