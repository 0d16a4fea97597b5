/**
 * Keeps what was loaded most recently, up to `limit` values. Only for things that never change once they are
 * stored. A load that fails, or finds nothing (null), is not kept. Loads are not shared between callers: each
 * belongs to the transaction of its caller.
 */
export class Recent<T extends object | string> {
  readonly #limit: number;
  readonly #entries = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  async get(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const value = this.#entries.get(key) ?? (await load());
    if (value !== null) this.keep(key, value);
    return value;
  }

  /** What is kept under the key, without loading it. */
  peek(key: string): T | undefined {
    return this.#entries.get(key);
  }

  keep(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#limit && !oldest.done) this.#entries.delete(oldest.value);
  }
}
