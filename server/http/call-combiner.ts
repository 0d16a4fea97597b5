import { Combiner } from '../combiner.ts';
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

export type CallCombiner = Combiner<CombinedCall, StoredAnswer>;

/**
 * Calls of an endpoint that arrive while others are under way are handled together in the next transaction. Their
 * idempotency keys are stored in the same transaction; a key that was used before sends each call to its own.
 */
export function createCallCombiner(context: Context, together: Together): CallCombiner {
  return new Combiner({
    apart: (call) => {
      const subject = together.apart(call);
      return subject === null ? null : [`on ${subject}`, `key ${call.asked.userId} ${call.asked.key}`];
    },
    alone: (call) => call.alone(),
    together: (calls) => inOneTransaction(context, together, calls),
  });
}

function inOneTransaction(
  context: Context,
  together: Together,
  calls: readonly CombinedCall[],
): Promise<(StoredAnswer | null)[]> {
  return transaction(context.database, async () => {
    const answers = await together.handle(context, calls);
    const bodies = answers.map((answer) => (answer === null ? null : JSON.stringify(answer)));
    await storeAnswers(
      context,
      calls.flatMap(({ asked }, index) => {
        const body = bodies[index];
        return typeof body === 'string' ? { request: asked, body } : [];
      }),
    );
    return bodies.map((body) => (body === null ? null : { status: 200, body, repeated: false }));
  });
}
