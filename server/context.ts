import type { Logger } from 'pino';
import type { FileStore } from './files/file-store.ts';
import type { HistoryLevel } from './history/history-level.ts';
import type { FieldCipher } from './identity/field-cipher.ts';
import type { Database } from './persistence/database.ts';
import type { Sql } from './persistence/sql.ts';
import type { Tables } from './persistence/tables.ts';

/** What every use case is handed: the ports to the world. Tests hand in their own clock and ids. */
export interface Context {
  readonly database: Database;
  readonly sql: Sql;
  readonly tables: Tables;
  readonly cipher: FieldCipher;
  readonly files: FileStore;
  readonly log: Logger;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** A fresh UUID v7. */
  readonly newId: () => string;
  /** IANA name of the jurisdiction's time zone; calendar dates are read in it. */
  readonly timeZone: string;
  /** How much of what happened is kept. */
  readonly historyLevel: HistoryLevel;
}

/** Making one takes longer than most statements; a server knows one time zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Everywhere a date begins at a quarter of an hour: the date that was asked for last is good until the next one. */
const quarter = 900_000;
const dates = new Map<string, { readonly quarter: number; readonly date: string }>();

/** The calendar date of an instant in the jurisdiction's time zone, `YYYY-MM-DD`. */
export function dateAt({ timeZone }: Pick<Context, 'timeZone'>, instant: number): string {
  const known = dates.get(timeZone);
  const asked = Math.floor(instant / quarter);
  if (known?.quarter === asked) return known.date;
  const date = formatDate(timeZone, instant);
  dates.set(timeZone, { quarter: asked, date });
  return date;
}

function formatDate(timeZone: string, instant: number): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(instant);
}

export const today = (context: Context): string => dateAt(context, context.now());
