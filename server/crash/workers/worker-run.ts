import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../demo/random.ts';
import type { TestContext } from '../../testing/test-context.ts';
import { countOf, doneOnce } from '../done-once.ts';
import { differences, findInconsistencies } from '../findings.ts';
import { notGivenUpOnce } from '../given-up.ts';
import { startMany } from '../start-many.ts';
import { moments, until } from '../until.ts';
import type { DeliveryWorld } from './delivery-world.ts';

export interface WorkerRunOptions {
  readonly world: DeliveryWorld;
  readonly random: Random;
  readonly tasks: number;
  /** Tasks whose handler throws whenever it is called. */
  readonly hopeless: number;
  readonly kills: number;
  /** Workers that are stopped until their locks have run out and others have taken over. */
  readonly pauses: number;
  say(line: string): void;
}

export interface WorkerFigures {
  readonly tasks: number;
  readonly hopeless: number;
  readonly kills: number;
  readonly pauses: number;
  /** Tasks that a killed worker had locked, and those that a stopped one had, whose locks ran out. */
  readonly interrupted: number;
  readonly expired: number;
  /** Calls of the handler, more than one of some tasks. */
  readonly attempts: number;
  readonly milliseconds: number;
  readonly wrong: {
    /** Instances without the effect of their task, or with more than one. */
    readonly effects: readonly string[];
    /** Instances that did not go on from their task exactly once. */
    readonly never: readonly string[];
    readonly doubled: readonly string[];
    /** Hopeless tasks that were not reported until they were exactly one incident. */
    readonly unreported: readonly string[];
    readonly inconsistent: readonly string[];
  };
}

/** Longer than a worker waits before it wants to try a failed task again. */
const retryTime = 60_000;

/** Tasks of external workers, while these are killed and stopped; until nothing is left to do. */
export async function runWorkers(options: WorkerRunOptions): Promise<WorkerFigures> {
  const { random, kills, pauses } = options;
  const { context, crew, definitionId, folder } = options.world;
  const start = (count: number, hopeless: boolean) =>
    startMany(
      context,
      definitionId,
      Array.from({ length: count }, () => ({ hopeless })),
    );
  const bad = await start(options.hopeless, true);
  const began = performance.now();
  await crew.fill();
  const good: string[] = [];
  let interrupted = 0;
  let expired = 0;
  const resumed: Promise<void>[] = [];
  const incidents = [...plan('kill', kills), ...plan('pause', pauses)]
    .map((kind) => ({ kind, at: random.next() }))
    .sort((a, b) => a.at - b.at);
  for (const [index, { kind }] of incidents.entries()) {
    // Work for each of them, so that none meets workers without any.
    const upTo = Math.round(((index + 1) / incidents.length) * options.tasks);
    good.push(...(await start(upTo - good.length, false)));
    await moments(random.integer(0, 150));
    if (kind === 'kill') {
      interrupted += await lockedBy(context, await crew.killOne(random.next()));
      await crew.fill();
    } else {
      const { workerId, goOn } = crew.pauseOne(random.next());
      expired += await lockedBy(context, workerId);
      resumed.push(moments(options.world.lockMilliseconds * 1.5).then(goOn));
    }
    if ((index + 1) % 20 === 0)
      options.say(
        `${index + 1} of ${incidents.length} workers killed or stopped, ${await done(context)} of ${options.tasks} tasks done`,
      );
  }
  await Promise.all(resumed);
  await until(
    async () => (await done(context)) >= options.tasks,
    () => done(context),
  );
  await until(
    async () => {
      options.world.moveClock(retryTime);
      return (await countOf(context, 'external_task WHERE retries IS NULL OR retries > 0')) === 0;
    },
    () => countOf(context, 'incident'),
    500,
  );
  const milliseconds = performance.now() - began;
  return {
    tasks: options.tasks,
    hopeless: options.hopeless,
    kills,
    pauses,
    interrupted,
    expired,
    attempts: (await linesOf(join(folder, 'attempts'))).length,
    milliseconds,
    wrong: {
      effects: differences(good, (await readdir(join(folder, 'delivered'))).map(instanceOf)),
      ...(await doneOnce(context, good, ['deliver', 'delivered'])),
      unreported: await notGivenUpOnce(context, 'external_task', bad),
      inconsistent: await findInconsistencies(context),
    },
  };
}

const plan = <T>(kind: T, count: number): T[] => Array.from({ length: count }, () => kind);
const done = (context: TestContext) =>
  countOf(context, "activity WHERE element_id = 'delivered' AND ended_at IS NOT NULL");
const lockedBy = (context: TestContext, workerId: string) =>
  countOf(context, 'external_task WHERE worker_id = ? AND retries IS NULL', [workerId]);
/** A delivery is named by the instance and by the task that is its key. */
const instanceOf = (name: string) => name.split(' ')[0] ?? '';
const linesOf = async (file: string) =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
