import type { Context } from '../context.ts';
import { patiently } from './database-process.ts';
import type { ServerPark } from './server-park.ts';

const day = 86_400_000;

/** How much the servers have to do by themselves, now and once the notices are over. */
export function workLeft(context: Context): Promise<number> {
  return count(
    context,
    `SELECT (SELECT COUNT(*) FROM external_task) + (SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL)
       + (SELECT COUNT(*) FROM job) AS n`,
  );
}

/** External tasks, timers and messages that a server or worker has taken and not finished. */
export function workTaken(context: Context): Promise<number> {
  return count(
    context,
    `SELECT (SELECT COUNT(*) FROM external_task WHERE worker_id IS NOT NULL) + (SELECT COUNT(*) FROM job WHERE lock_owner IS NOT NULL)
       + (SELECT COUNT(*) FROM outbox WHERE lock_owner IS NOT NULL) AS n`,
  );
}

/** Looks without anything done in between, some 20 ms each, after which the servers are taken for stuck. */
const patience = 2_000;

/**
 * Waits until no more than so much is left to do; what a killed server had locked is taken over as time goes on. Answers
 * how much is left: more than `limit` when nothing is done any more, or when it was told to stop.
 */
export async function workedDownTo(
  { context, park }: { readonly context: Context; readonly park: ServerPark },
  limit: number,
  stop: AbortSignal,
): Promise<number> {
  let left = await workLeft(context);
  for (let idle = 0; left > limit && idle <= patience && !stop.aborted; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = await workLeft(context);
    idle = now === left ? idle + 1 : 0;
    if (idle % 25 === 24) park.moveClock(day);
    left = now;
  }
  return left;
}

function count({ sql }: Context, statement: string): Promise<number> {
  return patiently(async () => Number((await sql.one<{ n: number }>(statement))?.n));
}
