import { Refused } from './engine-under-test.ts';

/** Asks one Camunda 7 REST API; a refusal of the engine is Refused with its own words. */
export class RestClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** `authorization`: the header of every request, where the engine asks for one. */
  constructor(url: string, authorization?: string) {
    this.#url = url;
    this.#headers = authorization === undefined ? {} : { authorization };
  }

  get<T>(path: string): Promise<T> {
    return this.#ask('GET', path) as Promise<T>;
  }

  /** Undefined when there is no such thing (any more). */
  async find<T>(path: string): Promise<T | undefined> {
    const answer = await fetch(this.#url + path, { headers: this.#headers });
    if (answer.ok) return (await answer.json()) as T;
    await answer.body?.cancel();
    return undefined;
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#ask('POST', path, body) as Promise<T>;
  }

  async delete(path: string): Promise<void> {
    await this.#ask('DELETE', path);
  }

  async upload(path: string, form: FormData): Promise<unknown> {
    return this.#answer(
      path,
      await fetch(this.#url + path, { method: 'POST', headers: this.#headers, body: form }),
    );
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { ...this.#headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return this.#answer(`${method} ${path}`, answer);
  }

  async #answer(what: string, answer: Response): Promise<unknown> {
    const text = await answer.text();
    if (answer.ok) return text === '' ? undefined : JSON.parse(text);
    const { message, type } = JSON.parse(text) as { message?: string; type?: string };
    throw new Refused(`${what}: ${type ?? answer.status} ${message ?? ''}`);
  }
}
