import { createRandom } from '../demo/random.ts';
import type { TestContext } from '../testing/test-context.ts';
import { type DatabaseProcess, patiently } from './database-process.ts';
import type { DemoPupil } from './demo-people.ts';
import { Killer, type Kills } from './killer.ts';
import { Ledger } from './ledger.ts';
import { findWrongOutcomes } from './outcomes.ts';
import { commandsOf, People, writeStories } from './record-stories.ts';
import type { ServerPark } from './server-park.ts';
import { StubbornClient } from './stubborn-client.ts';
import { replay, tell } from './tell-stories.ts';
import { workedDownTo, workLeft } from './work-left.ts';

/** Longer than five working days are in any week of the year. */
const noticePeriod = 20 * 86_400_000;

export interface CrashRunOptions {
  readonly context: TestContext;
  readonly park: ServerPark;
  /** Null: it is not ours, or runs within the server. */
  readonly database: DatabaseProcess | null;
  readonly seed: number;
  readonly pupils: readonly DemoPupil[];
  readonly recordsEach: number;
  /** The pupils act part by part; timers of all notices come due in the middle and at the end. */
  readonly parts: number;
  /** Servers that share the database while people work. */
  readonly servers: number;
  readonly whileWorking: Kills;
  /** While nobody does anything but timers and workers. */
  readonly whileSettling: Kills;
  /** The whole database is compared with itself at every kill whose number this divides. */
  readonly lookEvery: number;
  say(line: string): void;
}

export interface CrashFigures {
  readonly submissions: number;
  readonly completions: number;
  /** That the stories are made of: each must be acknowledged once. */
  readonly commands: number;
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly unknownOutcomes: number;
  /** External tasks, timers and messages that somebody had taken when a server or the database was killed. */
  readonly interrupted: number;
  /** Milliseconds from each restart to the first good answer. */
  readonly serverRecoveries: readonly number[];
  readonly databaseRecoveries: readonly number[];
  /** Each of these must be empty. */
  readonly wrong: {
    /** Rows that disagreed with the state of their instance at some moment. */
    readonly inconsistent: readonly string[];
    /** Answers that people should never see, or that were not the same when they asked again. */
    readonly surprises: readonly string[];
    readonly serverErrors: readonly string[];
    /** In the end: lost, doubled, or left behind. */
    readonly outcomes: readonly string[];
  };
}

/** People record and decide while servers and database are killed; who does what and is killed when follows from the seed. */
export async function runCrashes(options: CrashRunOptions): Promise<CrashFigures> {
  const { context, park, seed, parts, say } = options;
  const random = createRandom(seed);
  const stories = writeStories(random, options.pupils, options.recordsEach);
  const commands = commandsOf(stories);
  const ledger = new Ledger();
  const client = new StubbornClient(park, Math.random);
  const people = new People(client, ledger, createRandom(seed + 1));
  const killer = new Killer(options, random);
  const surprises: string[] = [];

  for (let part = 0; part < parts; part++) {
    const told = stories.slice((part * stories.length) / parts, ((part + 1) * stories.length) / parts);
    const inPart = commandsOf(told);
    const begun = ledger.size;
    const working = tell(people, told, random);
    const kills = killer.plan(options.whileWorking, part, parts);
    for (const [index, kind] of kills.entries()) {
      if (park.size < options.servers && index > 0) await park.grow();
      const share = ((index + random.next()) / kills.length) * 0.95;
      await Promise.race([ledger.reached(begun + Math.floor(share * inPart)), working]);
      await moments(random.integer(0, 40));
      await killer.kill(kind);
    }
    await working;
    // Every acknowledged answer is still there, and the same.
    surprises.push(...(await replay(client, ledger.entries().slice(begun))));
    say(`part ${part + 1} of ${parts}: ${ledger.size} commands acknowledged, ${killer.kills} kills`);
    if (part + 1 !== Math.ceil(parts / 2) && part + 1 !== parts) continue;
    while (park.size > 1) {
      const code = await park.shrink();
      if (code !== 0) surprises.push(`a server that was asked to stop ended with ${code}`);
    }
    // Timers of all notices so far come due at once, in the middle while people go on.
    park.moveClock(noticePeriod);
  }

  const waiting = await workLeft(context);
  const kills = killer.plan(options.whileSettling, 0, 1);
  for (const [index, kind] of kills.entries()) {
    await workedDownTo(options, waiting * (1 - (index + random.next()) / kills.length));
    await killer.kill(kind);
  }
  await workedDownTo(options, 0);

  return {
    submissions: ledger.entries('submission').length,
    completions: ledger.entries('completion').length,
    commands,
    serverKills: park.kills,
    databaseKills: killer.databaseRecoveries.length,
    unknownOutcomes: client.unknownOutcomes,
    interrupted: killer.interrupted,
    serverRecoveries: park.recoveries,
    databaseRecoveries: killer.databaseRecoveries,
    wrong: {
      inconsistent: [...killer.inconsistent],
      surprises: [...surprises, ...people.surprises],
      serverErrors: client.serverErrors,
      outcomes: await patiently(() => findWrongOutcomes(context, stories, ledger)),
    },
  };
}

const moments = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
