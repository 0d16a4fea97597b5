import type { Sent } from './stubborn-client.ts';

/** A command that a client was told has happened. */
export interface Acknowledged {
  readonly kind: 'submission' | 'completion';
  readonly username: string;
  readonly request: Sent & { readonly key: string };
  /** The answer, letter by letter. */
  readonly text: string;
  /** The record that was made, or the task that was completed. */
  readonly subjectId: string;
}

/** What clients know, kept outside the servers: the judge of what these may not lose or double. */
export class Ledger {
  readonly #entries: Acknowledged[] = [];
  #watchers: { readonly count: number; readonly go: () => void }[] = [];

  add(entry: Acknowledged): void {
    this.#entries.push(entry);
    const reached = this.#watchers.filter(({ count }) => this.#entries.length >= count);
    this.#watchers = this.#watchers.filter((watcher) => !reached.includes(watcher));
    for (const { go } of reached) go();
  }

  get size(): number {
    return this.#entries.length;
  }

  entries(kind?: Acknowledged['kind']): readonly Acknowledged[] {
    return kind === undefined ? this.#entries : this.#entries.filter((entry) => entry.kind === kind);
  }

  /** Resolves once there are so many entries. */
  reached(count: number): Promise<void> {
    if (this.#entries.length >= count) return Promise.resolve();
    return new Promise((go) => this.#watchers.push({ count, go }));
  }
}
