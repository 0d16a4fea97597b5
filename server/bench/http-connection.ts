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

/** Servers close connections that rest: Node after 5 s. */
const longestRest = 2_000;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One HTTP/1.1 connection that is kept alive, one call at a time, with as little work of its own as can be: what is
 * measured is the server, and client and server share the machine. The same for every side of a comparison. A server
 * may close it between two calls; the next one opens it again.
 */
export class HttpConnection {
  readonly #address: URL;
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: Waiting | null = null;
  #usedAt = 0;

  constructor(address: string) {
    this.#address = new URL(address);
  }

  async send({ method, path, headers = {}, body }: Call): Promise<Reply> {
    if (this.#waiting) throw new Error('one call at a time');
    if (this.#socket && performance.now() - this.#usedAt > longestRest) this.close();
    const socket = this.#socket ?? (await this.#open());
    const text = body === undefined ? '' : JSON.stringify(body);
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#address.host}\r\n`;
    for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    if (body !== undefined)
      head += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(`${head}\r\n${text}`);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  async #open(): Promise<Socket> {
    const { hostname, port } = this.#address;
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    const broken = (error?: Error) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      const waiting = this.#waiting;
      this.#waiting = null;
      waiting?.reject(error ?? new Error('the server closed the connection during a call'));
    };
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', broken);
    socket.on('close', () => broken());
    this.#socket = socket;
    return socket;
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = readAnswer(this.#received);
    const waiting = this.#waiting;
    if (!answer || !waiting) return;
    this.#received = Buffer.alloc(0);
    this.#waiting = null;
    this.#usedAt = performance.now();
    if (answer.last) this.close();
    waiting.resolve(answer);
  }
}

interface Answer extends Reply {
  /** The server closes the connection behind it. */
  readonly last: boolean;
}

/** Null: not all of it is there yet. */
function readAnswer(received: Buffer): Answer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const bodyAt = end + 4;
  const last = head.includes('\r\nconnection: close');
  if (head.includes('transfer-encoding: chunked')) {
    const body = readChunks(received, bodyAt);
    return body === null ? null : { status, body, last };
  }
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  if (received.length < bodyAt + length) return null;
  return { status, body: received.toString('utf8', bodyAt, bodyAt + length), last };
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
