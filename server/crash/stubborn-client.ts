import { demoPassword } from '../demo/load-demo.ts';
import type { ServerPark } from './server-park.ts';

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

/** A definite answer, text as it was sent. */
export interface Received {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

interface Credentials {
  readonly cookie: string;
  readonly csrfToken: string;
}

const answerTime = 20_000;
const pause = 30;

/**
 * Sends like a browser that does not give up: when the outcome is unknown (connection broken, no server, a time-out, a
 * 503 because the database is away) it sends the same request with the same key again, to whichever server lives; when the session is over it signs in.
 */
export class StubbornClient {
  /** Answers that say that something is wrong on the server's side; there must be none. */
  readonly serverErrors: string[] = [];
  #unknownOutcomes = 0;
  /** Requests without a definite answer, and since when. */
  readonly #open = new Map<Sent, number>();
  readonly #park: ServerPark;
  readonly #choose: () => number;
  readonly #sessions = new Map<string, Promise<Credentials>>();

  constructor(park: ServerPark, choose: () => number) {
    this.#park = park;
    this.#choose = choose;
  }

  /** How many requests were sent whose outcome stayed open. */
  get unknownOutcomes(): number {
    return this.#unknownOutcomes;
  }

  /** Requests that have had no definite answer for so many milliseconds. */
  waitingLongerThan(milliseconds: number): string[] {
    const since = performance.now() - milliseconds;
    return [...this.#open].flatMap(([{ method, path }, began]) =>
      began < since ? [`${method} ${path} has no answer yet`] : [],
    );
  }

  async send(username: string, request: Sent): Promise<Received> {
    const waiting = { ...request };
    this.#open.set(waiting, performance.now());
    try {
      return await this.#persist(username, request);
    } finally {
      this.#open.delete(waiting);
    }
  }

  async #persist(username: string, request: Sent): Promise<Received> {
    for (;;) {
      const session = this.#session(username);
      const received = await this.#attempt(request, await session);
      if (received === null) continue;
      if (received.status === 401) {
        // Unless another request of this user has found out before.
        if (this.#sessions.get(username) === session) this.#sessions.delete(username);
        continue;
      }
      if (received.status === 409 && received.text.includes('idempotency-key-in-use')) continue;
      return received;
    }
  }

  #session(username: string): Promise<Credentials> {
    const known = this.#sessions.get(username);
    if (known) return known;
    const made = this.#signIn(username);
    this.#sessions.set(username, made);
    return made;
  }

  async #signIn(username: string): Promise<Credentials> {
    for (;;) {
      let cookie = '';
      const received = await this.#attempt(
        { method: 'POST', path: '/api/session', body: { username, password: demoPassword } },
        null,
        (headers) => {
          cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
        },
      );
      if (received === null) continue;
      if (received.status === 429) {
        await new Promise((resolve) => setTimeout(resolve, 10 * pause));
        continue;
      }
      if (received.status !== 200)
        throw new Error(`sign-in of ${username}: ${received.status} ${received.text}`);
      return { cookie, csrfToken: (JSON.parse(received.text) as { csrfToken: string }).csrfToken };
    }
  }

  /** Null: the outcome is unknown. */
  async #attempt(
    { method, path, body, key }: Sent,
    session: Credentials | null,
    look: (headers: Headers) => void = () => undefined,
  ): Promise<Received | null> {
    const address = await this.#park.address(this.#choose());
    try {
      const response = await fetch(address + path, {
        method,
        signal: AbortSignal.timeout(answerTime),
        headers: {
          ...(session ? { cookie: session.cookie, 'x-csrf-token': session.csrfToken } : {}),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      look(response.headers);
      const text = await response.text();
      if (response.status < 500)
        return {
          status: response.status,
          text,
          replayed: response.headers.get('idempotent-replay') === 'true',
        };
      if (response.status === 503) this.#unknownOutcomes++;
      else this.serverErrors.push(`${response.status} ${method} ${path} ${text}`);
    } catch {
      this.#unknownOutcomes++;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    return null;
  }
}
