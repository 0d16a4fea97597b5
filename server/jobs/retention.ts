import type { Context } from '../context.ts';
import type { SqlValue } from '../persistence/sql.ts';
import { transaction } from '../persistence/transaction.ts';

const day = 86_400_000;
const batch = 200;

interface Retention {
  readonly table: string;
  readonly key: readonly string[];
  /** SQL with one parameter: the instant before which rows are dropped. */
  readonly old: string;
  readonly keptFor: number;
}

/** One line a table whose rows are of no use any more after a time. What pupils and audits need is not here. */
const retentions: readonly Retention[] = [
  {
    table: 'idempotency_key',
    key: ['user_id', 'idempotency_key'],
    old: 'created_at < ?',
    keptFor: 7 * day,
  },
  { table: 'session', key: ['token_hash'], old: 'expires_at < ?', keptFor: 0 },
  { table: 'history_instance', key: ['id'], old: 'remove_at < ?', keptFor: 0 },
  {
    table: 'history_task',
    key: ['id'],
    // Numbers are never less than null: the parameter is not needed here.
    old: 'instance_id NOT IN (SELECT id FROM history_instance) AND ? IS NOT NULL',
    keptFor: 0,
  },
  { table: 'outbox', key: ['id'], old: 'delivered_at < ?', keptFor: 7 * day },
];

/** Deletes what is past its time, in small batches by primary key, so that nobody waits for it. Answers how many rows. */
export async function dropOldRows(context: Context): Promise<number> {
  let dropped = 0;
  for (const retention of retentions) {
    for (let count = batch; count === batch; dropped += count) count = await dropBatch(context, retention);
  }
  return dropped;
}

async function dropBatch(context: Context, { table, key, old, keptFor }: Retention): Promise<number> {
  const rows = await context.sql.all<Record<string, SqlValue>>(
    `SELECT ${key.join(', ')} FROM ${table} WHERE ${old} LIMIT ${batch}`,
    [context.now() - keptFor],
  );
  if (rows.length === 0) return 0;
  const byKey = `(${key.map((column) => `${column} = ?`).join(' AND ')})`;
  await transaction(context.database, () =>
    context.sql.run(
      `DELETE FROM ${table} WHERE ${rows.map(() => byKey).join(' OR ')}`,
      rows.flatMap((row) => key.map((column) => row[column] ?? null)),
    ),
  );
  return rows.length;
}
