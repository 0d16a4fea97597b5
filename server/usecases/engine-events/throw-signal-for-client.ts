import type { Context } from '../../context.ts';
import { deliverOutbox } from '../../jobs/outbox-delivery.ts';
import { transaction } from '../../persistence/transaction.ts';
import { type Signal, throwSignal } from '../engine/throw-signal.ts';

const atOnce = 50;
const mostRounds = 20;
const lockMilliseconds = 60_000;

/**
 * Throws a signal for a client that waits for it: whoever listens has it before the answer, as on Camunda 7. When very
 * many listen, or an executor has taken the delivery over, the rest follows at once after the answer.
 */
export async function throwSignalForClient(context: Context, signal: Signal): Promise<void> {
  await transaction(context.database, () => throwSignal(context, signal));
  const claim = { owner: `client-${context.newId()}`, limit: atOnce, lockMilliseconds };
  for (let round = 0; round < mostRounds; round++) {
    const { together, single } = await deliverOutbox(context, claim);
    if (together + single === 0) return;
  }
}
