import { CamundaError } from './engine-error.ts';
import { readAnswer } from './read-answer.ts';

export interface RestOptions {
  /** REST root without a slash at its end, e.g. `http://engine:8080/engine-rest`. */
  readonly baseUrl: string;
  /** Basic authentication; none when left out. */
  readonly username?: string;
  readonly password?: string;
  /** For the whole call, answer included. */
  readonly timeoutMilliseconds: number;
  readonly fetch?: typeof fetch;
}

export type QueryValue = string | number | boolean | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** Calls of a Camunda 7 REST API. Every method throws CamundaError and nothing else. */
export interface RestClient {
  get<T>(path: string, query?: Query): Promise<T>;
  post<T>(path: string, body: unknown, query?: Query): Promise<T>;
  put(path: string, body: unknown): Promise<void>;
  delete(path: string, query?: Query): Promise<void>;
  postForm<T>(path: string, form: FormData): Promise<T>;
  /** All results of a GET query, page by page; engines may refuse queries without a limit. */
  all<T>(path: string, query: Query): Promise<T[]>;
  /** All results of a POST query. */
  allByPost<T>(path: string, body: unknown): Promise<T[]>;
}

const pageSize = 500;

export function createRestClient(options: RestOptions): RestClient {
  const send = sender(options);
  const get = <T>(path: string, query?: Query) => send<T>('GET', path, query);
  const post = <T>(path: string, body: unknown, query?: Query) => send<T>('POST', path, query, json(body));
  return {
    get,
    post,
    put: (path, body) => send('PUT', path, undefined, json(body)),
    delete: (path, query) => send('DELETE', path, query),
    postForm: (path, form) => send('POST', path, undefined, { body: form, headers: {} }),
    all: (path, query) => pages((page) => get(path, { ...query, ...page })),
    allByPost: (path, body) => pages((page) => post(path, body, page)),
  };
}

async function pages<T>(read: (page: { firstResult: number; maxResults: number }) => Promise<T[]>) {
  const rows: T[] = [];
  for (;;) {
    const page = await read({ firstResult: rows.length, maxResults: pageSize });
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

interface Payload {
  readonly body: string | FormData;
  readonly headers: Readonly<Record<string, string>>;
}

const json = (body: unknown): Payload => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

function sender(options: RestOptions) {
  const call = options.fetch ?? fetch;
  const credentials: Record<string, string> =
    options.username === undefined
      ? {}
      : { authorization: `Basic ${base64(`${options.username}:${options.password ?? ''}`)}` };
  return async <T>(method: string, path: string, query: Query = {}, payload?: Payload): Promise<T> => {
    const name = `${method} ${path}`;
    let status: number;
    let text: string;
    try {
      const response = await call(options.baseUrl + path + queryString(query), {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMilliseconds),
        headers: { accept: 'application/json', ...credentials, ...payload?.headers },
        ...(payload ? { body: payload.body } : {}),
      });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw noAnswer(name, error);
    }
    return readAnswer(name, status, text) as T;
  };
}

/** Error codes of a connection that was never made. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function noAnswer(call: string, error: unknown): CamundaError {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  const reason = cause?.code ?? name ?? 'no answer';
  return new CamundaError('unavailable', `${call}: ${reason}`, {
    mayHaveHappened: !neverConnected.has(cause?.code ?? ''),
    cause: error,
  });
}

function queryString(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
