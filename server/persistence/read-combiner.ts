/** Reads of one kind that are under way at a time: while the database answers one, the next is collected. */
const lanes = 2;
/** Keys of one read. */
const most = 64;

interface Waiting<T> {
  readonly key: string;
  readonly resolve: (found: T | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads by key, outside of transactions, that are asked for while others are under way are done in one statement. What is
 * answered was read after it was asked for: nothing is kept.
 */
export class ReadCombiner<T> {
  readonly #read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  readonly #waiting: Waiting<T>[] = [];
  #busy = 0;

  constructor(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>) {
    this.#read = read;
  }

  load(key: string): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      this.#go();
    });
  }

  #go(): void {
    while (this.#busy < lanes && this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, most);
      this.#busy += 1;
      void this.#answer(group).finally(() => {
        this.#busy -= 1;
        this.#go();
      });
    }
  }

  async #answer(group: readonly Waiting<T>[]): Promise<void> {
    try {
      const found = await this.#read([...new Set(group.map(({ key }) => key))]);
      for (const { key, resolve } of group) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
