import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDemo } from '../demo/load-demo.ts';
import { loadDemoPlan } from '../demo/load-demo-plan.ts';
import { createRandom, type Random } from '../demo/random.ts';
import { readShippedPlan } from '../demo/read-shipped-plan.ts';
import { openTestContext, type TestContext, testSecret } from '../testing/test-context.ts';
import { demoPupils } from './demo-people.ts';
import { findInconsistencies } from './findings.ts';
import { Ledger } from './ledger.ts';
import { findWrongOutcomes } from './outcomes.ts';
import { commandsOf, People, type Story, writeStories } from './record-stories.ts';
import { openServerPark, type ServerPark } from './server-park.ts';
import { StubbornClient } from './stubborn-client.ts';

const day = 86_400_000;
/** Longer than five working days are in any week of the year. */
const noticePeriod = 20 * day;
const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const clients = 8;
const killsWhileWorking = 14;
const killsWhileSettling = 6;
const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

let context: TestContext;
let park: ServerPark;

beforeAll(async () => {
  context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  park = await openServerPark(
    {
      databaseUrl: context.databaseUrl,
      dataFolder: dirname(context.filesFolder),
      secret: testSecret,
    },
    context.now(),
  );
}, 120_000);
afterAll(async () => {
  await park.close();
  await context.close();
}, 60_000);

describe('a server that is killed at any moment', () => {
  test('loses nothing that was acknowledged, doubles nothing and leaves nothing behind', async () => {
    // given 125 pupils of five classes with four records each, and what will become of these
    const random = createRandom(seed);
    const stories = writeStories(random, await demoPupils(context, 5, 25), 4);
    const total = commandsOf(stories);
    const ledger = new Ledger();
    const client = new StubbornClient(park, Math.random);
    const people = new People(client, ledger, createRandom(seed + 1));
    const inconsistent = new Set<string>();
    let interrupted = 0;
    const lookInside = async () => {
      for (const finding of await findInconsistencies(context)) inconsistent.add(finding);
      interrupted += await workTaken(context);
    };
    const killAfter = async (commands: number) => {
      await ledger.reached(commands);
      await moments(random.integer(0, 40));
      await park.killOne(random.next(), lookInside);
    };

    // when servers are killed while all of them work
    const halves = [stories.slice(0, stories.length / 2), stories.slice(stories.length / 2)];
    let begun = 0;
    for (const half of halves) {
      const commands = commandsOf(half);
      const working = work(people, half, random);
      const kills = killsWhileWorking / halves.length;
      for (let kill = 0; kill < kills; kill++) {
        // On MySQL any number of servers may share the database; SQLite is for one.
        if (context.database.dialect === 'mysql' && kill === 1) await park.grow();
        await killAfter(begun + Math.floor(((kill + random.next()) / kills) * commands * 0.95));
      }
      await working;
      begun += commands;
      if (park.size > 1) expect(await park.shrink()).toBe(0);
      // then every acknowledged answer is still there, and the same
      expect(await replay(client, ledger, begun - commands)).toEqual([]);
      // Timers of all notices so far come due at once, while people go on.
      park.moveClock(noticePeriod);
    }
    // and while timers fire, notices close and records are archived
    const waiting = await workLeft(context);
    for (let kill = 0; kill < killsWhileSettling; kill++) {
      const left = waiting * (1 - (kill + random.next()) / killsWhileSettling);
      await workedDownTo(left);
      await park.killOne(random.next(), lookInside);
    }
    await workedDownTo(0);

    // then
    const wrong = await findWrongOutcomes(context, stories, ledger);
    const recoveries = [...park.recoveries].sort((a, b) => a - b).map(Math.round);
    say(
      `crash test on ${context.database.dialect}, seed ${seed}: ${park.kills} kills, ${ledger.entries('submission').length} submissions and ` +
        `${ledger.entries('completion').length} completions acknowledged, ${client.unknownOutcomes} outcomes unknown at first, ` +
        `${interrupted} pieces of work interrupted, ${wrong.length} wrong; restart to first answer: median ${recoveries[recoveries.length >> 1]} ms, longest ${recoveries.at(-1)} ms`,
    );
    expect({
      inconsistent: [...inconsistent],
      surprises: people.surprises,
      serverErrors: client.serverErrors,
      wrong,
    }).toEqual({
      inconsistent: [],
      surprises: [],
      serverErrors: [],
      wrong: [],
    });
    expect([park.kills, ledger.size, ledger.entries('submission').length]).toEqual([20, total, 500]);
  }, 600_000);

  test('ends with exit code 0 when it is asked to stop instead', async () => {
    expect(await park.shrink()).toBe(0);
  });
});

const moments = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Clients that take any story and do its next step until all are told. */
async function work(people: People, stories: readonly Story[], random: Random): Promise<void> {
  const open = [...stories];
  let idle = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (open.length > 0) {
        const [story] = open.splice(random.integer(0, open.length - 1), 1);
        if (!story) break;
        const went = await people.advance(story);
        if (story.steps.length > 0) open.push(story);
        idle = went ? 0 : idle + 1;
        if (idle > 5_000) throw new Error(`nobody can go on: ${story.title} waits to ${story.steps[0]}`);
        if (!went) await moments(50);
      }
    }),
  );
}

/** Sends every acknowledged command since `from` again; answers those that are not answered just as before. */
async function replay(client: StubbornClient, ledger: Ledger, from: number): Promise<string[]> {
  const entries = [...ledger.entries().slice(from)];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const again = await client.send(entry.username, entry.request);
        if (again.status !== 200 || again.text !== entry.text || !again.replayed)
          wrong.push(`${entry.request.path} ${entry.request.key}: ${again.status} ${again.text}`);
      }
    }),
  );
  return wrong;
}

/** How much the servers have to do by themselves, now and once the notices are over. */
async function workLeft({ sql }: TestContext): Promise<number> {
  const row = await sql.one<{ left_over: number }>(
    `SELECT (SELECT COUNT(*) FROM external_task) + (SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL)
       + (SELECT COUNT(*) FROM job) AS left_over`,
  );
  return Number(row?.left_over);
}

/** External tasks, timers and messages that a server or worker has taken and not finished. */
async function workTaken({ sql }: TestContext): Promise<number> {
  const row = await sql.one<{ taken: number }>(
    `SELECT (SELECT COUNT(*) FROM external_task WHERE worker_id IS NOT NULL) + (SELECT COUNT(*) FROM job WHERE lock_owner IS NOT NULL)
       + (SELECT COUNT(*) FROM outbox WHERE lock_owner IS NOT NULL) AS taken`,
  );
  return Number(row?.taken);
}

/** Waits until no more than so much is left to do; what a killed server had locked is taken over as time goes on. */
async function workedDownTo(limit: number): Promise<void> {
  let left = await workLeft(context);
  let idle = 0;
  while (left > limit) {
    await moments(20);
    const now = await workLeft(context);
    idle = now === left ? idle + 1 : 0;
    if (idle % 25 === 24) park.moveClock(day);
    if (idle > 2_000) throw new Error(`the servers are stuck with ${left} things to do`);
    left = now;
  }
}
