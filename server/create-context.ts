import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { createFileStore } from './files/file-store.ts';
import type { HistoryLevel } from './history/history-level.ts';
import { createFieldCipher } from './identity/field-cipher.ts';
import { newId } from './ids.ts';
import type { Database } from './persistence/database.ts';
import { createSql } from './persistence/sql.ts';
import { createTables } from './persistence/tables.ts';

interface ContextOptions {
  readonly database: Database;
  readonly secret: string;
  readonly filesFolder: string;
  readonly timeZone: string;
  readonly log: Logger;
  readonly now?: () => number;
  /** `full` when left out. */
  readonly historyLevel?: HistoryLevel;
}

/** Puts the ports together; opens nothing and migrates nothing. */
export function createContext(options: ContextOptions): Context {
  const cipher = createFieldCipher(options.secret);
  return {
    database: options.database,
    sql: createSql(options.database),
    tables: createTables(options.database.sequelize),
    cipher,
    files: createFileStore(options.filesFolder, cipher),
    log: options.log,
    now: options.now ?? Date.now,
    newId,
    timeZone: options.timeZone,
    historyLevel: options.historyLevel ?? 'full',
  };
}
