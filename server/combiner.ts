interface Waiting<Call, Answer> {
  readonly call: Call;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface CombinerOptions<Call, Answer> {
  /**
   * Handles several calls in one transaction. Answers null for a call that must be handled by itself: then nothing of it
   * was written. Throws when anything stands against all of it; then each is handled alone.
   */
  together(calls: readonly Call[]): Promise<readonly (Answer | null)[]>;
  /** Handles one call by itself. */
  alone(call: Call): Promise<Answer>;
  /** What two calls of one transaction must not have in common; null: it can not be told, so it has none beside it. */
  apart(call: Call): readonly string[] | null;
}

/** Transactions under way at a time: the more calls arrive meanwhile, the more share the next. */
const lanes = 1;
/** Calls of one transaction: its locks are held for as long as all of them take. */
const most = 32;

/**
 * Calls that arrive at the same moment, or while others are under way, are handled together in the next transaction: the
 * database is asked a few times for all of them instead of a few times for each, and the disk waits once.
 *
 * What each caller may rely on is the same as alone: nothing is answered before the commit, a call that is refused
 * changes nothing and is refused by the code that handles it alone. Nothing is acknowledged that is only in memory: a call
 * that waits here has had no answer, and is sent again.
 */
export class Combiner<Call, Answer> {
  readonly #options: CombinerOptions<Call, Answer>;
  readonly #waiting: Waiting<Call, Answer>[] = [];
  #busy = 0;
  #scheduled = false;

  constructor(options: CombinerOptions<Call, Answer>) {
    this.#options = options;
  }

  send(call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject });
      if (this.#scheduled || this.#busy >= lanes) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#go();
      });
    });
  }

  #go(): void {
    while (this.#busy < lanes && this.#waiting.length > 0) {
      const group = this.#nextGroup();
      this.#busy += 1;
      void this.#handle(group).finally(() => {
        this.#busy -= 1;
        this.#go();
      });
    }
  }

  /** The oldest calls that have nothing in common: the others wait for the next transaction. */
  #nextGroup(): Waiting<Call, Answer>[] {
    const taken = new Set<string>();
    const group: Waiting<Call, Answer>[] = [];
    for (let index = 0; index < this.#waiting.length && group.length < most; ) {
      const one = this.#waiting[index];
      const keys = one && this.#options.apart(one.call);
      const free = keys ? keys.every((key) => !taken.has(key)) : group.length === 0;
      if (one === undefined || !free) {
        index += 1;
        continue;
      }
      for (const key of keys ?? []) taken.add(key);
      group.push(one);
      this.#waiting.splice(index, 1);
      if (!keys) break;
    }
    return group;
  }

  async #handle(group: readonly Waiting<Call, Answer>[]): Promise<void> {
    const { together, alone } = this.#options;
    const answers =
      group.length === 1 ? null : await together(group.map(({ call }) => call)).catch(() => null);
    await Promise.all(
      group.map(async ({ call, resolve, reject }, index) => {
        const answer = answers?.[index];
        if (answer !== null && answer !== undefined) resolve(answer);
        else await alone(call).then(resolve, reject);
      }),
    );
  }
}
