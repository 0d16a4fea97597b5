import { createRandom } from '../demo/random.ts';
import type { TestContext } from '../testing/test-context.ts';
import { type CrashFigures, kindsOf } from './crash-figures.ts';
import { type DatabaseProcess, patiently } from './database-process.ts';
import type { DemoPupil } from './demo-people.ts';
import { Killer, type Kills } from './killer.ts';
import { Ledger } from './ledger.ts';
import { findWrongOutcomes } from './outcomes.ts';
import { Pace } from './pace.ts';
import { People } from './record-stories.ts';
import type { ServerPark } from './server-park.ts';
import { judgeSoFar } from './so-far.ts';
import { commandsOf, writeStories } from './story.ts';
import { StubbornClient } from './stubborn-client.ts';
import { replay, tell } from './tell-stories.ts';
import { workedDownTo, workLeft } from './work-left.ts';

/** Longer than five working days are in any week of the year. */
const noticePeriod = 20 * 86_400_000;
/** How long what was begun may take to settle in a run that was told to stop. */
const lastSettling = 120_000;

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
  /** What was done so far is judged, and said, at every kill whose number this divides. */
  readonly judgeEvery?: number;
  /** Ends the run early: what is begun is finished, then what was done so far is judged. */
  readonly stop?: AbortSignal;
  /** Milliseconds that the run may take; a slower pace is said in advance. */
  readonly limit?: number;
  say(line: string): void;
}

/** People record and decide while servers and database are killed; who does what and is killed when follows from the seed. */
export async function runCrashes(options: CrashRunOptions): Promise<CrashFigures> {
  const { context, park, seed, parts, whileWorking, whileSettling, say } = options;
  const stop = options.stop ?? new AbortController().signal;
  const random = createRandom(seed);
  const stories = writeStories(random, options.pupils, options.recordsEach);
  const commands = commandsOf(stories);
  const ledger = new Ledger();
  const client = new StubbornClient(park, Math.random);
  const people = new People(client, ledger, createRandom(seed + 1));
  const killer = new Killer(options, random);
  const pace = new Pace(whileWorking, whileSettling, options.limit);
  const surprises: string[] = [];

  const kill = async (kind: keyof Kills) => {
    await killer.kill(kind);
    if (options.judgeEvery === undefined || killer.kills % options.judgeEvery !== 0) return;
    const soFar = await patiently(() => judgeSoFar(context, stories, ledger, client));
    const wrong = {
      ...soFar,
      disagree: [...killer.inconsistent],
      'wrong answers': [...surprises, ...people.surprises, ...client.serverErrors],
    };
    const counts = Object.entries(wrong).map(([name, found]) => `${name} ${found.length}`);
    say(
      `${killer.kills} kills, ${ledger.size} of ${commands} commands: ${counts.join(', ')}; ${killer.recoveriesInWords()}; ${pace.inWords(killer.kills)}`,
    );
    for (const finding of Object.values(wrong).flat().slice(0, 5)) say(`  ${finding}`);
  };

  for (let part = 0; part < parts && !stop.aborted; part++) {
    const told = stories.slice((part * stories.length) / parts, ((part + 1) * stories.length) / parts);
    const inPart = commandsOf(told);
    const begun = ledger.size;
    const working = tell(people, told, random, stop).catch((error: unknown) => {
      surprises.push(`nobody went on: ${error}`);
    });
    const kills = killer.plan(whileWorking, part, parts);
    for (const [index, kind] of kills.entries()) {
      if (park.size < options.servers && index > 0) await park.grow();
      const share = ((index + random.next()) / kills.length) * 0.95;
      await Promise.race([ledger.reached(begun + Math.floor(share * inPart)), working]);
      if (stop.aborted) break;
      await moments(random.integer(0, 40));
      await kill(kind);
    }
    await working;
    // Every acknowledged answer is still there, and the same.
    surprises.push(...(await replay(client, ledger.entries().slice(begun), stop)));
    if (part + 1 !== Math.ceil(parts / 2) && part + 1 !== parts && !stop.aborted) continue;
    surprises.push(...(await shrinkToOne(park)));
    // Timers of all notices so far come due at once, in the middle while people go on.
    park.moveClock(noticePeriod);
  }

  const waiting = await workLeft(context);
  const settling = killer.plan(whileSettling, 0, 1);
  for (const [index, kind] of settling.entries()) {
    await workedDownTo(options, waiting * (1 - (index + random.next()) / settling.length), stop);
    if (stop.aborted) break;
    await kill(kind);
  }
  const patience = stop.aborted ? AbortSignal.timeout(lastSettling) : stop;
  const left = await workedDownTo(options, 0, patience);
  const outcomes =
    left === 0
      ? kindsOf(await patiently(() => findWrongOutcomes(context, stories, ledger)))
      : await patiently(() => judgeSoFar(context, stories, ledger, client));

  return {
    whole: !stop.aborted,
    left,
    submissions: ledger.entries('submission').length,
    completions: ledger.entries('completion').length,
    commands,
    serverKills: park.kills,
    databaseKills: killer.databaseRecoveries.length,
    unknownOutcomes: client.unknownOutcomes,
    interrupted: killer.interrupted,
    serverRecoveries: park.recoveries,
    databaseRecoveries: killer.databaseRecoveries,
    databaseOwnRecoveries: killer.databaseOwnRecoveries,
    wrong: {
      ...outcomes,
      inconsistent: [...killer.inconsistent],
      surprises: [...surprises, ...people.surprises],
      serverErrors: client.serverErrors,
    },
  };
}

async function shrinkToOne(park: ServerPark): Promise<string[]> {
  const wrong: string[] = [];
  while (park.size > 1) {
    const code = await park.shrink();
    if (code !== 0) wrong.push(`a server that was asked to stop ended with ${code}`);
  }
  return wrong;
}

const moments = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
