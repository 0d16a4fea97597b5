import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { createRandom } from '../../demo/random.ts';
import { openTestContext, testSecret } from '../../testing/test-context.ts';
import { readShippedPlan } from '../../usecases/plans/read-shipped-plan.ts';
import type { CrashFigures } from '../crash-figures.ts';
import { runCrashes } from '../crash-run.ts';
import { type DatabaseProcess, flushesAtCommit } from '../database-process.ts';
import { type DemoPupil, demoPupils } from '../demo-people.ts';
import type { Kills } from '../killer.ts';
import { openServerPark } from '../server-park.ts';
import { commandsOf, writeStories } from '../story.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The plan's cap in a term. */
const recordsEach = 5;
/** Servers that wait to take the place of one that is killed: loading takes longer than what is measured. */
const ready = 3;

export interface CommandsRun {
  readonly database: DatabaseProcess;
  /** A file to run servers from instead of the sources, which take longer to load. */
  readonly serverEntry: string;
  readonly seed: number;
  /** At least so many submissions and completions, each under its own key. */
  readonly commands: number;
  readonly kills: Kills;
  /** Ends the run early. */
  readonly stop: AbortSignal;
  /** Milliseconds that it may take. */
  readonly limit: number;
  say(line: string): void;
}

/** On the database that `TEST_DATABASE_URL` names. Throws unless that one has every commit on the disk. */
export async function longCommandsRun(run: CommandsRun): Promise<CrashFigures> {
  const context = await openTestContext();
  if (!(await flushesAtCommit(context))) throw new Error('innodb_flush_log_at_trx_commit is not 1');
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  const park = await openServerPark(
    {
      databaseUrl: context.databaseUrl,
      dataFolder: dirname(context.filesFolder),
      secret: testSecret,
      entry: run.serverEntry,
    },
    context.now(),
    ready,
  );
  try {
    const pupils = enoughFor(run, await demoPupils(context, 40, 60));
    const share = (part: number) => ({
      server: Math.round(run.kills.server * part),
      database: Math.round(run.kills.database * part),
    });
    const whileSettling = share(0.1);
    return await runCrashes({
      context,
      park,
      database: run.database,
      seed: run.seed,
      pupils,
      recordsEach,
      parts: Math.max(2, Math.round(run.commands / 1_000)),
      servers: 2,
      whileWorking: {
        server: run.kills.server - whileSettling.server,
        database: run.kills.database - whileSettling.database,
      },
      whileSettling,
      lookEvery: 10,
      judgeEvery: Math.min(20, Math.max(1, Math.round((run.kills.server + run.kills.database) / 5))),
      stop: run.stop,
      limit: run.limit,
      say: run.say,
    });
  } finally {
    await park.close();
    await context.close();
  }
}

/** As few as can make so many commands, by the stories that the seed writes. */
function enoughFor({ seed, commands }: CommandsRun, pupils: readonly DemoPupil[]): readonly DemoPupil[] {
  for (let count = Math.ceil(commands / recordsEach / 4); count <= pupils.length; count++) {
    const some = pupils.slice(0, count);
    if (commandsOf(writeStories(createRandom(seed), some, recordsEach)) >= commands) return some;
  }
  throw new Error(`the demo has ${pupils.length} pupils: too few for ${commands} commands`);
}
