import type { z } from 'zod';
import { getMe, type Me, me } from '../../contracts/api/session.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { AnswerMismatch, type ApiProblem, isProblem, NetworkFailure, problemFrom } from './api-problem.ts';
import { requestUrl } from './request-url.ts';
import type { Transport, TransportAnswer } from './transport.ts';

/** A part of the request that may be left out when nothing in it is required. */
type Part<Name extends string, T> =
  Record<never, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T };

export type CallInput<E extends Endpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>> & {
    /** Names the user’s intention: the same on every repeat of it. Made here when an idempotent call has none. */
    readonly idempotencyKey?: string;
    /** ETag of what was read, for calls that replace it. */
    readonly ifMatch?: string;
    /** The file itself, for calls whose body is not JSON. */
    readonly rawBody?: Blob;
    readonly signal?: AbortSignal;
    readonly onProgress?: (share: number) => void;
  };

export type AnswerOf<E extends Endpoint> = z.output<E['response']>;

export interface Exchange<E extends Endpoint> {
  readonly data: AnswerOf<E>;
  readonly etag: string | null;
}

type InputArgs<E extends Endpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

export interface ApiClient {
  /** Sends a call and answers what came back. Throws ApiProblem, NetworkFailure or AnswerMismatch. */
  call<E extends Endpoint>(endpoint: E, ...input: InputArgs<E>): Promise<AnswerOf<E>>;
  /** As `call`, with the ETag of the answer. */
  exchange<E extends Endpoint>(endpoint: E, ...input: InputArgs<E>): Promise<Exchange<E>>;
}

export interface ClientOptions {
  readonly send: Transport;
  /** Carries raw bodies; `send` when absent. */
  readonly upload?: Transport;
  readonly newKey: () => string;
  /** Waits before repeat `n` (1, 2, …) of an idempotent call that got no answer. */
  readonly pause: (n: number) => Promise<void>;
  /** The session ended while the page was open. */
  readonly onSignedOut?: () => void;
}

/** How often a keyed call is repeated by itself when no answer came; the key makes that safe. */
const silentRepeats = 2;

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly rawBody?: Blob;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/**
 * A client of `/api`, typed by the endpoint contracts. Holds one thing: the CSRF token and user of the last
 * `Me` answer. When the token is refused it reads `Me` once more and repeats the call, but only for the same
 * user: what one person meant to do is never sent in the name of another who signed in meanwhile.
 */
export function createClient(options: ClientOptions): ApiClient {
  let session: Me | null = null;

  const sendOnce = async (endpoint: Endpoint, input: LooseInput, key: string | null) => {
    const raw = endpoint.rawBody !== undefined;
    const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
    const body = bodyOf(endpoint, input, headers);
    if (endpoint.method !== 'GET' && session !== null) {
      headers['X-CSRF-Token'] = session.csrfToken;
    }
    if (key !== null) {
      headers['Idempotency-Key'] = key;
    }
    if (input.ifMatch !== undefined) {
      headers['If-Match'] = input.ifMatch;
    }
    const send = raw && options.upload !== undefined ? options.upload : options.send;
    const url = requestUrl(endpoint.path, asRecord(input.params), asRecord(input.query));
    return send({
      method: endpoint.method,
      url,
      headers,
      body,
      signal: input.signal,
      onProgress: input.onProgress,
    });
  };

  const sendPatiently = async (endpoint: Endpoint, input: LooseInput, key: string | null) => {
    const repeats = endpoint.idempotent === true ? silentRepeats : 0;
    for (let attempt = 0; ; attempt++) {
      try {
        return await sendOnce(endpoint, input, key);
      } catch (error) {
        if (!(error instanceof NetworkFailure) || attempt >= repeats) {
          throw error;
        }
        await options.pause(attempt + 1);
      }
    }
  };

  const renewSession = async (): Promise<boolean> => {
    const before = session;
    session = null;
    const answer = await sendOnce(getMe, {}, null);
    if (answer.status !== 200) {
      return false;
    }
    const now = me.safeParse(jsonOf(answer));
    session = now.success ? now.data : null;
    return before !== null && session?.user.id === before.user.id;
  };

  const exchange = async (endpoint: Endpoint, input: LooseInput = {}) => {
    const key = input.idempotencyKey ?? (endpoint.idempotent === true ? options.newKey() : null);
    let answer = await sendPatiently(endpoint, input, key);
    let problem = problemIn(answer);
    if (isProblem(problem, 'csrf-token-invalid') && (await renewSession())) {
      answer = await sendPatiently(endpoint, input, key);
      problem = problemIn(answer);
    }
    if (problem !== null) {
      if (problem.code === 'not-signed-in') {
        session = null;
        options.onSignedOut?.();
      }
      throw problem;
    }
    const parsed = endpoint.response.safeParse(jsonOf(answer) ?? {});
    if (!parsed.success) {
      throw new AnswerMismatch(endpoint.id, parsed.error);
    }
    if (endpoint.response === me) {
      session = parsed.data as Me;
    }
    return { data: parsed.data, etag: answer.header('ETag') };
  };

  return {
    exchange: (endpoint, ...[input]) => exchange(endpoint, input as LooseInput) as never,
    call: async (endpoint, ...[input]) => (await exchange(endpoint, input as LooseInput)).data as never,
  };
}

function bodyOf(
  endpoint: Endpoint,
  input: LooseInput,
  headers: Record<string, string>,
): string | Blob | null {
  if (endpoint.rawBody !== undefined) {
    headers['Content-Type'] = input.rawBody?.type || 'application/octet-stream';
    return input.rawBody ?? null;
  }
  if (endpoint.method === 'GET' || input.body === undefined) {
    return null;
  }
  headers['Content-Type'] = 'application/json';
  return JSON.stringify(input.body);
}

function problemIn(answer: TransportAnswer): ApiProblem | null {
  return answer.status >= 200 && answer.status < 300 ? null : problemFrom(answer.status, jsonOf(answer));
}

function jsonOf(answer: TransportAnswer): unknown {
  try {
    return answer.text === '' ? undefined : JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
