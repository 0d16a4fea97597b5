import type { Context } from '../context.ts';
import { places, type SqlValue } from '../persistence/sql-statement.ts';
import { transaction } from '../persistence/transaction.ts';
import { type Claim, claimDueRows, type WorkTable } from './claim-due-rows.ts';
import { deliveries, deliveriesTogether } from './deliveries.ts';
import { backOff, errorMessageOf, isNobodysFault, loggable } from './failed-try.ts';
import { inParallel } from './in-parallel.ts';

const outbox: WorkTable = { name: 'outbox', open: 'delivered_at IS NULL' };
/** What is not delivered together, as long as that goes well. */
const others: WorkTable = {
  name: 'outbox',
  open: `delivered_at IS NULL AND kind NOT IN (${Object.keys(deliveriesTogether)
    .map((kind) => `'${kind}'`)
    .join(',')})`,
};

interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly attempts: number;
}

export interface Delivered {
  /** Rows that were delivered in one transaction. */
  readonly together: number;
  /** Rows of other kinds, each in a transaction of its own. */
  readonly single: number;
}

/** Delivers one batch of the outbox. */
export async function deliverOutbox(context: Context, claim: Claim): Promise<Delivered> {
  const together = await deliverTogether(context, claim);
  const table = together.left ? outbox : others;
  const rows = (await claimDueRows(context, table, claim)).map(toOutboxRow);
  await inParallel(context, rows, (row) => deliver(context, row, claim.owner));
  return { together: together.done, single: rows.length };
}

/**
 * Delivers in one transaction what can be delivered together: the rows are claimed by their locks alone. Answers how many
 * are done, and whether some are left. When it fails none is done, and each is claimed and tried by itself, so that one bad row stops no other.
 */
async function deliverTogether(context: Context, { limit }: Claim): Promise<{ done: number; left: boolean }> {
  const kinds = Object.keys(deliveriesTogether);
  const now = context.now();
  const due = `kind IN (${places(kinds)}) AND delivered_at IS NULL AND due_at <= ? AND (lock_expires_at IS NULL OR lock_expires_at <= ?)`;
  const candidates = await context.sql.all<{ id: string }>(
    `SELECT id FROM outbox WHERE ${due} ORDER BY due_at LIMIT ${limit}`,
    [...kinds, now, now],
  );
  if (candidates.length < 2) return { done: 0, left: candidates.length > 0 };
  try {
    return await transaction(context.database, async () => {
      const found = await context.sql.all<Record<string, SqlValue> & { id: string }>(
        `SELECT * FROM outbox WHERE id IN (${places(candidates)}) AND ${due} ${context.sql.skipLocked}`,
        [...candidates.map(({ id }) => id), ...kinds, now, now],
      );
      const rows = found.map(toOutboxRow);
      const done: string[] = [];
      for (const [kind, delivery] of Object.entries(deliveriesTogether)) {
        const messages = rows
          .filter((row) => row.kind === kind)
          .map(({ id, payload }) => ({ id, payload: JSON.parse(payload) as unknown }));
        if (delivery && messages.length > 0) done.push(...(await delivery(context, messages)));
      }
      if (done.length > 0)
        await context.sql.run(`UPDATE outbox SET delivered_at = ? WHERE id IN (${places(done)})`, [
          context.now(),
          ...done,
        ]);
      return { done: done.length, left: done.length < rows.length };
    });
  } catch (error) {
    context.log.warn(loggable(error), 'messages could not be delivered together; each is tried by itself');
    return { done: 0, left: true };
  }
}

const toOutboxRow = (row: Readonly<Record<string, SqlValue>>): OutboxRow => ({
  id: String(row.id),
  kind: String(row.kind),
  payload: String(row.payload),
  attempts: Number(row.attempts),
});

/** Delivers in the transaction that marks the row, under its lock: whoever comes second finds it delivered. */
async function deliver(context: Context, row: OutboxRow, owner: string): Promise<void> {
  try {
    await transaction(context.database, async () => {
      const open = await context.sql.one(
        `SELECT id FROM outbox WHERE id = ? AND delivered_at IS NULL ${context.sql.forUpdate}`,
        [row.id],
      );
      if (!open) return;
      const delivery = deliveries[row.kind];
      if (!delivery) throw new Error(`nobody delivers outbox rows of the kind "${row.kind}"`);
      await delivery(context, row.id, JSON.parse(row.payload));
      await context.sql.run(
        'UPDATE outbox SET delivered_at = ?, lock_owner = NULL, lock_expires_at = NULL WHERE id = ?',
        [context.now(), row.id],
      );
    });
  } catch (error) {
    await postpone(context, row, owner, error);
  }
}

/** A message is never given up: it is tried again, ever more rarely, up to once an hour. */
async function postpone(context: Context, row: OutboxRow, owner: string, error: unknown): Promise<void> {
  const attempts = row.attempts + (isNobodysFault(error) ? 0 : 1);
  const nextTry = context.now() + backOff(Math.max(1, attempts));
  await transaction(context.database, () =>
    context.sql.run(
      'UPDATE outbox SET attempts = ?, error_message = ?, lock_owner = NULL, lock_expires_at = ? WHERE id = ? AND lock_owner = ?',
      [attempts, errorMessageOf(error), nextTry, row.id, owner],
    ),
  );
  context.log.error(
    { outboxId: row.id, kind: row.kind, attempts, nextTry, ...loggable(error) },
    'a message of the outbox could not be delivered and will be tried again',
  );
}
