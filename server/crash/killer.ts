import type { Random } from '../demo/random.ts';
import type { TestContext } from '../testing/test-context.ts';
import { distributionOf } from './crash-figures.ts';
import { type DatabaseProcess, patiently } from './database-process.ts';
import { findInconsistencies } from './findings.ts';
import type { ServerPark } from './server-park.ts';
import { workTaken } from './work-left.ts';

/** How often each is killed. */
export interface Kills {
  readonly server: number;
  readonly database: number;
}

interface Victims {
  readonly context: TestContext;
  readonly park: ServerPark;
  /** Null: it is not ours, or runs within the server. */
  readonly database: DatabaseProcess | null;
  /** The whole database is compared with itself at every kill whose number this divides. */
  readonly lookEvery: number;
}

/** Kills servers and the database, looks at what is left, and lets them come back. */
export class Killer {
  /** What was not as it should be, at any moment. */
  readonly inconsistent = new Set<string>();
  /** Milliseconds from each restart of the database until every server gave a good answer. */
  readonly databaseRecoveries: number[] = [];
  /** How much of that the database took for itself, until it answered somebody who asks all the time. */
  readonly databaseOwnRecoveries: number[] = [];
  #interrupted = 0;
  readonly #victims: Victims;
  readonly #random: Random;

  constructor(victims: Victims, random: Random) {
    this.#victims = victims;
    this.#random = random;
  }

  get kills(): number {
    return this.#victims.park.kills + this.databaseRecoveries.length;
  }

  /** Pieces of work that somebody had taken when a server or the database was killed. */
  get interrupted(): number {
    return this.#interrupted;
  }

  recoveriesInWords(): string {
    const times = (recoveries: readonly number[]) => {
      const { median, longest } = distributionOf(recoveries);
      return `${median} / ${longest}`;
    };
    return `recovery, ms (median / longest): server ${times(this.#victims.park.recoveries)}, database ${times(this.databaseRecoveries)}`;
  }

  /** Who is killed in one of several parts of equal length, in an order made by chance. */
  plan(kills: Kills, part: number, parts: number): readonly (keyof Kills)[] {
    const share = (count: number) =>
      Math.round((count * (part + 1)) / parts) - Math.round((count * part) / parts);
    const planned: (keyof Kills)[] = [
      ...Array.from({ length: share(kills.server) }, () => 'server' as const),
      ...Array.from(
        { length: this.#victims.database ? share(kills.database) : 0 },
        () => 'database' as const,
      ),
    ];
    return planned
      .map((kind) => ({ kind, at: this.#random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ kind }) => kind);
  }

  async kill(kind: keyof Kills): Promise<void> {
    const { context, park, database } = this.#victims;
    if (kind === 'server') return park.killOne(this.#random.next(), () => this.#look());
    await database?.kill();
    // Sometimes nobody notices, sometimes everybody does.
    await new Promise((resolve) => setTimeout(resolve, this.#random.integer(0, 300)));
    const began = performance.now();
    const sinceThen = () => performance.now() - began;
    database?.restart();
    const [own, all] = await Promise.all([
      patiently(() => context.sql.one('SELECT 1 AS one')).then(sinceThen),
      park.recovered().then(sinceThen),
    ]);
    this.databaseOwnRecoveries.push(own);
    this.databaseRecoveries.push(all);
    await this.#look();
  }

  async #look(): Promise<void> {
    const { context, lookEvery } = this.#victims;
    this.#interrupted += await workTaken(context);
    if (this.kills % lookEvery !== 0) return;
    for (const finding of await patiently(() => findInconsistencies(context))) this.inconsistent.add(finding);
  }
}
