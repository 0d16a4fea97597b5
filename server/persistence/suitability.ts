import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Database } from './database.ts';
import { createSql } from './sql.ts';

/**
 * Refuses to start on a database that would lose or mangle data, with a sentence that says what to set.
 * Asserted on a live session, because a proxy or an init-connect may undo what the driver asked for.
 */
export async function assertSuitable(database: Database): Promise<void> {
  const sql = createSql(database);
  if (database.dialect === 'sqlite') {
    const row = await sql.one<{ journal_mode: string }>('PRAGMA journal_mode');
    if (row?.journal_mode !== 'wal') {
      throw unsuitable(
        'journal_mode',
        String(row?.journal_mode),
        'wal',
        'put the SQLite file on a local disk, not a network share',
      );
    }
    return;
  }
  const rows = await sql.all<{ Variable_name: string; Value: string }>(
    "SHOW VARIABLES WHERE Variable_name IN ('tx_isolation','transaction_isolation','sql_mode','character_set_connection','character_set_database','innodb_flush_log_at_trx_commit')",
  );
  const value = new Map(rows.map((row) => [row.Variable_name, row.Value]));
  const isolation = value.get('transaction_isolation') ?? value.get('tx_isolation') ?? '';
  if (isolation !== 'READ-COMMITTED') {
    throw unsuitable(
      'transaction_isolation',
      isolation,
      'READ-COMMITTED',
      'do not let a proxy override the session',
    );
  }
  const mode = value.get('sql_mode') ?? '';
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(mode)) {
    throw unsuitable(
      'sql_mode',
      mode,
      'STRICT_TRANS_TABLES',
      'without it the database cuts off text silently',
    );
  }
  for (const name of ['character_set_connection', 'character_set_database']) {
    if (value.get(name) !== 'utf8mb4') {
      throw unsuitable(
        name,
        value.get(name) ?? '',
        'utf8mb4',
        'create the database with: CREATE DATABASE oneplan CHARACTER SET utf8mb4',
      );
    }
  }
  if (value.get('innodb_flush_log_at_trx_commit') !== '1') {
    throw unsuitable(
      'innodb_flush_log_at_trx_commit',
      value.get('innodb_flush_log_at_trx_commit') ?? '',
      '1',
      'otherwise an acknowledged submission can be lost in a crash',
    );
  }
}

function unsuitable(setting: string, found: string, needed: string, advice: string): AppError {
  return new AppError(
    'database-unsuitable',
    `The database setting ${setting} is "${found}" but must be "${needed}": ${advice}.`,
    {
      setting,
      found,
      needed,
    },
  );
}
