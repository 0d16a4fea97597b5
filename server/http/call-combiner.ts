import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { type IdempotentRequest, type StoredAnswer, storeAnswers } from './idempotency.ts';
import type { Route, TogetherCall } from './route.ts';

type Together = NonNullable<Route['together']>;

/** A call that was parsed and authorised. */
interface CombinedCall extends TogetherCall<unknown, unknown, unknown> {
  readonly asked: IdempotentRequest;
  /** Handles it by itself, in a transaction of its own. */
  readonly alone: () => Promise<StoredAnswer>;
}

interface Waiting {
  readonly call: CombinedCall;
  readonly resolve: (answer: StoredAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Transactions of one endpoint that are under way at a time: the more arrive meanwhile, the more share the next. */
const lanes = 1;
/** Calls of one transaction: its locks are held for as long as all of them take. */
const most = 32;

/**
 * Calls that arrive while others are under way are handled together in the next transaction: the database is asked a few
 * times for all of them instead of a few times for each, and the disk waits once. A call that finds nothing under way is
 * handled by itself at once.
 *
 * What each caller may rely on is the same as alone: nothing is answered before the commit, the idempotency key is
 * stored in the same transaction, a call that is refused changes nothing and is refused by the code that handles it
 * alone. Nothing is acknowledged that is only in memory: a call that waits here has had no answer, and is sent again.
 */
export class CallCombiner {
  readonly #context: Context;
  readonly #together: Together;
  readonly #waiting: Waiting[] = [];
  #busy = 0;
  #scheduled = false;

  constructor(context: Context, together: Together) {
    this.#context = context;
    this.#together = together;
  }

  send(call: CombinedCall): Promise<StoredAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject });
      if (this.#scheduled || this.#busy >= lanes) return;
      this.#scheduled = true;
      // Calls that arrive at the same moment are handled together.
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
  #nextGroup(): Waiting[] {
    const taken = new Set<string>();
    const group: Waiting[] = [];
    for (let index = 0; index < this.#waiting.length && group.length < most; ) {
      const one = this.#waiting[index];
      const subject = one && this.#together.apart(one.call);
      const key = one && `key ${one.call.asked.userId} ${one.call.asked.key}`;
      const free = key !== undefined && !taken.has(key) && (subject === null || !taken.has(`on ${subject}`));
      if (one === undefined || (!free && group.length > 0)) {
        index += 1;
        continue;
      }
      taken.add(`${key}`);
      taken.add(`on ${subject}`);
      group.push(one);
      this.#waiting.splice(index, 1);
      // Without a subject it can be told of no other whether they meet.
      if (subject === null) break;
    }
    return group;
  }

  async #handle(group: readonly Waiting[]): Promise<void> {
    const answers = group.length === 1 ? null : await this.#inOneTransaction(group).catch(() => null);
    await Promise.all(
      group.map(async ({ call, resolve, reject }, index) => {
        const answer = answers?.[index];
        if (answer) resolve(answer);
        else await call.alone().then(resolve, reject);
      }),
    );
  }

  /** Throws when anything stands against it, such as a key that was used before; then each is handled alone. */
  #inOneTransaction(group: readonly Waiting[]): Promise<(StoredAnswer | null)[]> {
    const calls = group.map(({ call }) => call);
    return transaction(this.#context.database, async () => {
      const answers = await this.#together.handle(this.#context, calls);
      const bodies = answers.map((answer) => (answer === null ? null : JSON.stringify(answer)));
      await storeAnswers(
        this.#context,
        calls.flatMap(({ asked }, index) => {
          const body = bodies[index];
          return typeof body === 'string' ? { request: asked, body } : [];
        }),
      );
      return bodies.map((body) => (body === null ? null : { status: 200, body, repeated: false }));
    });
  }
}
