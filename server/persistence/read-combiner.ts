import type { Context } from '../context.ts';
import { masterDataVersion, masterDataVersionQuery } from './master-data.ts';
import type { SqlResult, SqlStatement } from './sql-statement.ts';

/** A read by key that may be done for several keys at once, and in one round trip with reads of other kinds. */
export interface CombinedRead<T> {
  queries(keys: readonly string[]): SqlStatement[];
  /** Makes values of what the queries found. `version` is that of the master data, read before them. */
  values(context: Context, results: readonly SqlResult[], version: number): Promise<ReadonlyMap<string, T>>;
}

/** Round trips that are under way at a time: while the database answers one, the next is collected. */
const lanes = 2;
/** Keys of one round trip. */
const most = 64;

interface Waiting {
  readonly read: CombinedRead<unknown>;
  readonly key: string;
  readonly resolve: (found: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads by key, outside of transactions, that are asked for at the same moment or while others are under way are done in
 * one round trip. What is answered was read after it was asked for: nothing is kept.
 */
class ReadCombiner {
  readonly #context: Context;
  readonly #waiting: Waiting[] = [];
  #busy = 0;
  #scheduled = false;

  constructor(context: Context) {
    this.#context = context;
  }

  load<T>(read: CombinedRead<T>, key: string): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ read, key, resolve: resolve as (found: unknown) => void, reject });
      if (this.#scheduled || this.#busy >= lanes) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#go();
      });
    });
  }

  #go(): void {
    while (this.#busy < lanes && this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, most);
      this.#busy += 1;
      void this.#answer(group).finally(() => {
        this.#busy -= 1;
        this.#go();
      });
    }
  }

  async #answer(group: readonly Waiting[]): Promise<void> {
    try {
      const reads = [...new Set(group.map(({ read }) => read))];
      const queries = reads.map((read) =>
        read.queries([...new Set(group.flatMap((each) => (each.read === read ? each.key : [])))]),
      );
      const [version, ...results] = await this.#context.sql.batch([
        masterDataVersionQuery,
        ...queries.flat(),
      ]);
      const found = new Map<CombinedRead<unknown>, ReadonlyMap<string, unknown>>();
      for (const [index, read] of reads.entries()) {
        const own = results.splice(0, queries[index]?.length ?? 0);
        found.set(read, await read.values(this.#context, own, masterDataVersion(version)));
      }
      for (const { read, key, resolve } of group) resolve(found.get(read)?.get(key));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

const combiners = new WeakMap<Context, ReadCombiner>();

/** Loads one value, together with whatever else is asked for now. Not inside a transaction. */
export function loadCombined<T>(
  context: Context,
  read: CombinedRead<T>,
  key: string,
): Promise<T | undefined> {
  const known = combiners.get(context) ?? new ReadCombiner(context);
  combiners.set(context, known);
  return known.load(read, key);
}

/** As `loadCombined`, at once and in the current transaction if there is one. */
export async function loadAtOnce<T>(
  context: Context,
  read: CombinedRead<T>,
  key: string,
): Promise<T | undefined> {
  const [version, ...results] = await context.sql.batch([masterDataVersionQuery, ...read.queries([key])]);
  return (await read.values(context, results, masterDataVersion(version))).get(key);
}
