/**
 * The idempotency key of one user intention. The key stays the same while the user repeats the same thing
 * (a second tap, a retry after a lost answer), and is new when what is sent has changed or after the server
 * gave its final word.
 */
export interface Intention {
  keyFor(body: unknown): string;
  /** The server answered for good, with yes or no: what comes next is a new intention. */
  settled(): void;
}

export function createIntention(newKey: () => string): Intention {
  let current: { key: string; body: string } | null = null;
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      if (current === null || current.body !== text) {
        current = { key: newKey(), body: text };
      }
      return current.key;
    },
    settled() {
      current = null;
    },
  };
}
