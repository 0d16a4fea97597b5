import { currentTransaction, type Database } from './database.ts';
import { query, type SqlStatement } from './sql-statement.ts';

/**
 * Who there is, where they belong and what governs them: read with every request and changed rarely. Every transaction
 * that changes one of these tables raises the one version of all of them, as its last statement, so that what was read
 * under a version may be kept in memory until another version is read. Servers need not tell each other anything.
 */
const tables: ReadonlySet<string> = new Set([
  'app_user',
  'bundle_binding',
  'enrolment',
  'group_member',
  'guardian_link',
  'membership',
  'org_group',
  'org_unit',
  'student',
  'term',
  'term_slot',
]);

/** The version; in the same round trip as, and before, what is to be kept under it. */
export const masterDataVersionQuery: SqlStatement = query(
  'SELECT version FROM master_data_version WHERE id = 1',
);

/** The version that `masterDataVersionQuery` found. */
export const masterDataVersion = (found: unknown): number =>
  Number((found as { version: number }[])[0]?.version ?? 0);

const raise = 'UPDATE master_data_version SET version = version + 1 WHERE id = 1';
const changed = new WeakSet<object>();

/** Columns whose change nobody else has to learn of: people change their passwords all the time. */
const unnoticed: ReadonlySet<string> = new Set(['passwordHash', 'locale']);

/** A table is about to be changed in the current transaction; `columns`: only these attributes of it. */
export function noteChange(table: string, columns?: readonly string[]): void {
  if (!tables.has(table) || columns?.every((column) => unnoticed.has(column))) return;
  const transaction = currentTransaction();
  if (transaction) changed.add(transaction as object);
}

const changes = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)/i;

function masterDataChangedHere(): boolean {
  const transaction = currentTransaction();
  return transaction !== undefined && transaction !== null && changed.has(transaction as object);
}

/** As `noteChange`, for a statement. */
export function noteStatement(text: string): void {
  const table = changes.exec(text)?.[1];
  if (table !== undefined) noteChange(table);
}

/** Ends a transaction: the version row is locked last, and only until the commit. */
export async function raiseMasterDataVersion(database: Database): Promise<void> {
  const transaction = currentTransaction();
  if (!transaction || !changed.delete(transaction as object)) return;
  await database.sequelize.query(raise, { transaction: transaction as never });
}

/** Bounds what a change by hand, past the server, can leave behind. */
const longest = 30_000;

/** What of one kind is kept: one store for each database. */
export class KeptUnderVersion<T> {
  readonly #limit: number;
  readonly #stores = new WeakMap<Database, UnderVersion<T>>();

  /** `limit`: most values of a store. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * What may be used under a version that was read just before, on a calendar date. A transaction that has changed master
   * data gets a store of its own: what it reads now is true for it alone.
   */
  at(database: Database, version: number, day: string, now: number): UnderVersion<T> {
    const known = masterDataChangedHere() ? undefined : this.#stores.get(database);
    const store = known ?? new UnderVersion<T>(this.#limit);
    if (!masterDataChangedHere()) this.#stores.set(database, store);
    return store.at(version, day, now);
  }
}

/** Keeps what was read under one version of the master data, up to `limit` values; everything goes with the version. */
export class UnderVersion<T> {
  readonly #limit: number;
  readonly #values = new Map<string, T>();
  #version = -1;
  #day = '';
  #since = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `day`: intervals are read as of a calendar date. Forgets everything when version or day are others than before. */
  at(version: number, day: string, now: number): this {
    if (version === this.#version && day === this.#day && Math.abs(now - this.#since) < longest) return this;
    this.#values.clear();
    this.#version = version;
    this.#day = day;
    this.#since = now;
    return this;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  /** `version` is the one that was read before the value: a value that came under an older one is not kept. */
  keep(version: number, key: string, value: T): void {
    if (version !== this.#version) return;
    if (this.#values.size >= this.#limit) this.#values.clear();
    this.#values.set(key, value);
  }
}
