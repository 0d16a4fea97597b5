import type { Random } from '../../demo/random.ts';
import type { TestContext } from '../../testing/test-context.ts';
import { countOf, doneOnce } from '../done-once.ts';
import { findInconsistencies } from '../findings.ts';
import { notGivenUpOnce } from '../given-up.ts';
import { startMany } from '../start-many.ts';
import { moments, until } from '../until.ts';
import type { ExecutorCrew } from './executor-crew.ts';

export interface ExecutorRunOptions {
  readonly context: TestContext;
  readonly crew: ExecutorCrew;
  /** Ids of the definitions of executors.bpmn by their keys. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly random: Random;
  /** Jobs that succeed, two for each instance. */
  readonly jobs: number;
  /** Jobs that fail whenever they are tried. */
  readonly failing: number;
  readonly kills: number;
  say(line: string): void;
}

export interface ExecutorFigures {
  readonly jobs: number;
  readonly failing: number;
  readonly kills: number;
  /** Jobs that a killed executor had claimed. */
  readonly interrupted: number;
  /** The longest that a job was seen locked after its lock had run out, in milliseconds. */
  readonly longestOverLock: number;
  readonly milliseconds: number;
  /** Each must be empty. */
  readonly wrong: {
    readonly never: readonly string[];
    readonly doubled: readonly string[];
    /** Failing jobs without exactly one incident after their last try, and incidents of others. */
    readonly incidents: readonly string[];
    readonly inconsistent: readonly string[];
  };
}

/** Jobs that continue, and jobs that fail, while their executors are killed; until nothing is left to try. */
export async function runExecutors(options: ExecutorRunOptions): Promise<ExecutorFigures> {
  const { context, crew, definitions, random, kills, say } = options;
  const define = (key: string) => definitions.get(key) ?? '';
  const hopeless = Array.from({ length: options.failing }, () => ({}));
  const failing = await startMany(context, define('failing'), hopeless);
  await crew.fill();
  const began = performance.now();
  const locks = watchLocks(context, crew.now);

  const continuing: string[] = [];
  let interrupted = 0;
  for (let kill = 0; kill < kills; kill++) {
    // Jobs for each of them, so that none meets executors without any.
    const upTo = Math.round(((kill + 1) / kills) * (options.jobs / 2));
    const chains = Array.from({ length: upTo - continuing.length }, () => ({}));
    continuing.push(...(await startMany(context, define('continuing'), chains)));
    crew.wake();
    await moments(random.integer(0, 80));
    const dead = await crew.killOne(random.next());
    interrupted += await countOf(context, 'job WHERE lock_owner = ?', [dead]);
    await crew.fill();
    if ((kill + 1) % 20 === 0)
      say(
        `${kill + 1} of ${kills} executors killed, ${await jobsDone(context)} of ${options.jobs} jobs done`,
      );
  }
  await until(
    async () => (await countOf(context, 'job WHERE retries > 0')) === 0,
    () => jobsDone(context),
  );
  const milliseconds = performance.now() - began;
  const longestOverLock = await locks.stop();
  return {
    jobs: options.jobs,
    failing: options.failing,
    kills,
    interrupted,
    longestOverLock,
    milliseconds,
    wrong: {
      ...(await doneOnce(context, continuing, ['first', 'second'])),
      incidents: await notGivenUpOnce(context, 'job', failing),
      inconsistent: await findInconsistencies(context),
    },
  };
}

const jobsDone = (context: TestContext) =>
  countOf(context, "activity WHERE element_id IN ('first', 'second') AND ended_at IS NOT NULL");

/** Looks again and again for how long a job stays locked beyond its lock. */
function watchLocks({ sql }: TestContext, now: () => number): { stop(): Promise<number> } {
  let longest = 0;
  let watching = true;
  const look = async () => {
    while (watching) {
      const row = await sql.one<{ oldest: number | null }>(
        'SELECT MIN(lock_expires_at) AS oldest FROM job WHERE lock_owner IS NOT NULL AND retries > 0',
      );
      if (row?.oldest != null) longest = Math.max(longest, now() - Number(row.oldest));
      await moments(100);
    }
    return longest;
  };
  const looking = look();
  return {
    stop: () => {
      watching = false;
      return looking;
    },
  };
}
