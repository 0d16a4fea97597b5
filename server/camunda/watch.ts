import type { Context } from '../context.ts';
import { isDuplicate } from '../persistence/driver-errors.ts';
import { transaction } from '../persistence/transaction.ts';

/** What one process at a time does for all: reading the engine's history, and the full comparison. */
export type Watch = 'history' | 'reconciler';

/** Takes or keeps the lease of a watch; false: another process has it. It ends by itself when its process is killed. */
export async function takeLease(
  context: Context,
  watch: Watch,
  owner: string,
  milliseconds: number,
): Promise<boolean> {
  await ensureRow(context, watch);
  const now = context.now();
  return transaction(context.database, async () => {
    const row = await context.sql.one<{ lease_owner: string | null; lease_expires_at: number | null }>(
      `SELECT lease_owner, lease_expires_at FROM engine_watch WHERE name = ? ${context.sql.forUpdate}`,
      [watch],
    );
    const free = !row?.lease_owner || row.lease_owner === owner || Number(row.lease_expires_at) <= now;
    if (free)
      await context.sql.run('UPDATE engine_watch SET lease_owner = ?, lease_expires_at = ? WHERE name = ?', [
        owner,
        now + milliseconds,
        watch,
      ]);
    return free;
  });
}

export async function readPosition(context: Context, watch: Watch): Promise<string | null> {
  const row = await context.sql.one<{ position: string | null }>(
    'SELECT position FROM engine_watch WHERE name = ?',
    [watch],
  );
  return row?.position ?? null;
}

export async function writePosition(context: Context, watch: Watch, position: string): Promise<void> {
  await ensureRow(context, watch);
  await transaction(context.database, () =>
    context.sql.run('UPDATE engine_watch SET position = ? WHERE name = ?', [position, watch]),
  );
}

async function ensureRow(context: Context, watch: Watch): Promise<void> {
  if (await context.sql.one('SELECT name FROM engine_watch WHERE name = ?', [watch])) return;
  try {
    await transaction(context.database, () => context.sql.insert('engine_watch', [{ name: watch }]));
  } catch (error) {
    if (!isDuplicate((error as { cause?: unknown }).cause ?? error)) throw error;
  }
}
