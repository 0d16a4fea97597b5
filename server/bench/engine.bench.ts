import { archivedBytes } from './archived-bytes.ts';
import { benchEnvironment } from './bench-environment.ts';
import { largestDemoState } from './demo-flow-state.ts';
import { openEmbeddedSide } from './embedded-side.ts';
import { openEmbeddedWorld } from './embedded-world.ts';
import { type FlowLoad, measureFlow, measureStarts, warmUp } from './flow-load.ts';
import type { FlowSide } from './flow-side.ts';
import { measureInboxes } from './inbox-load.ts';
import { openOperatonSide } from './operaton-side.ts';
import { measureRawLimit } from './raw-limit.ts';
import { atLeast, atMost, type Goal, printGoals, printTable } from './report.ts';
import { tableBytes } from './table-bytes.ts';
import { measureWorker } from './worker-load.ts';

/**
 * The approval flow (start, fill, review with a return, fill, review, timer and second review in parallel, external
 * task) on our server beside Operaton: the same MariaDB, the same file, the same clients. Ours is signed in, validates
 * the forms, encrypts what is filled in, writes history, audit and outbox; its keys make every command repeatable.
 * Operaton is asked for the next task before every completion, because completing does not tell it.
 */
const pupilsPerClass = 50;
const inboxTeachers = 200;
const clients = 16;
const { databaseServer, databasePid, operaton, pace } = benchEnvironment();
const seconds = (usual: number) => Math.max(1, usual * pace);
const goals: Goal[] = [];

const world = await openEmbeddedWorld(databaseServer, { classes: inboxTeachers, pupilsPerClass });
const raw = await measureRawLimit(world.databaseUrl, seconds(4));
printTable(
  ['limit of the database', 'a second', 'p50 ms', 'p99 ms'],
  [
    ['begin + insert + commit, 16 connections', raw.transactionsMany],
    ['one autocommit insert, 16 connections', raw.insertsMany],
    ['begin + insert + commit, 1 connection', raw.transactionsOne],
    ['one autocommit insert, 1 connection', raw.insertsOne],
  ].map(([name, measured]) =>
    typeof measured === 'object' ? [String(name), measured.perSecond, measured.p50, measured.p99] : [],
  ),
);
console.log(`multi-row insert, 1,000 rows a statement: ${Math.round(raw.rowsPerSecond)} rows/s`);

const ours = await openEmbeddedSide(world, { clients, pupilsPerClass });
const theirs = operaton && (await openOperatonSide(operaton, clients));
const sides: FlowSide[] = theirs ? [ours, theirs] : [ours];
const empty = await Promise.all(sides.map(({ schema }) => tableBytes(databaseServer, schema)));
for (const side of sides) await warmUp(side, clients, seconds(60));
console.log(`\nwarmed up for ${seconds(60)} s each`);

const many = await measureFlow(sides, { clients, rounds: 3, seconds: seconds(12), databasePid });
const one = await measureFlow(sides, { clients: 1, rounds: 2, seconds: seconds(8), databasePid });
printTable(
  [
    'user tasks completed',
    'clients',
    'a second',
    'p50 ms',
    'p99 ms',
    'look-up p50',
    'start p50',
    'server CPU ms',
    'database CPU ms',
    'jobs behind',
  ],
  [...many.map((load) => flowRow(load, clients)), ...one.map((load) => flowRow(load, 1))],
);

const workers: { perSecond: number; done: number }[] = [];
for (const side of sides) workers.push(await measureWorker(side, seconds(20)));
printTable(
  ['external tasks, 1 worker of camunda-external-task-client-js', 'completed', 'a second'],
  sides.map((side, index) => [side.name, workers[index]?.done ?? 0, workers[index]?.perSecond ?? 0]),
);

const bytes: number[] = [];
for (const [index, side] of sides.entries()) {
  const now = await tableBytes(databaseServer, side.schema);
  const instances = await side.finished();
  bytes.push((now.total - (empty[index]?.total ?? 0)) / instances);
  printTable(
    [`${side.name}: bytes a finished instance, ${instances} of them`, 'bytes'],
    now.tables.slice(0, 10).map(({ name, bytes: size }) => [name, size / instances]),
  );
}

const archived = await archivedBytes(world, empty[0]?.total ?? 0);
console.log(`OnePlan: bytes an instance whose history is archived: ${Math.round(archived)}`);

const starts = await measureStarts(sides, { clients, rounds: 2, seconds: seconds(8) });
printTable(
  ['starts', 'a second', 'p50 ms', 'p99 ms'],
  sides.map(({ name }, index) => {
    const measured = starts[index];
    return [name, measured?.perSecond ?? 0, measured?.p50 ?? 0, measured?.p99 ?? 0];
  }),
);

const inboxes = await measureInboxes({
  world,
  ours,
  theirs,
  operaton,
  clients,
  teachers: inboxTeachers,
  tasks: Math.max(10_000, Math.round(1_000_000 * Math.min(1, pace * 2))),
  seconds: seconds(6),
});
printTable(
  ['inbox, first 15 rows', 'open tasks', 'a second', 'p50 ms', 'p99 ms'],
  inboxes.all.map(({ name, measured }) => [
    name,
    inboxes.tasks,
    measured.perSecond,
    measured.p50,
    measured.p99,
  ]),
);
const demoState = await largestDemoState();

const [mine, other] = many;
if (mine && other) {
  goals.push(
    atLeast(
      'completed user tasks, ratio to Operaton, 16 clients',
      mine.complete.perSecond / other.complete.perSecond,
      8,
    ),
    atMost(
      'p99 of a completion, share of Operaton’s, 16 clients',
      mine.complete.p99 / other.complete.p99,
      0.25,
    ),
  );
  const [myWorker, otherWorker] = workers;
  if (myWorker && otherWorker)
    goals.push(atLeast('external tasks, ratio to Operaton', myWorker.perSecond / otherWorker.perSecond, 8));
  if (bytes[0] && bytes[1])
    goals.push(atMost('database bytes an instance, share of Operaton’s', bytes[0] / bytes[1], 0.1));
  if (inboxes.ratio !== null) goals.push(atLeast('inbox, ratio to Operaton', inboxes.ratio, 4));
}
if (mine)
  goals.push(
    atLeast(
      'completed user tasks, share of begin + insert + commit at 16 connections',
      mine.complete.perSecond / raw.transactionsMany.perSecond,
      0.2,
    ),
  );
goals.push(
  atMost('inbox p99, ms', inboxes.ours.p99, 50),
  atMost('largest state of the demo flow, bytes', demoState, 600),
);
for (const side of sides) await side.close();
await world.close();
printGoals('engine', goals);

function flowRow(load: FlowLoad, count: number): (string | number)[] {
  const { side, complete, lookUp, start, serverCpu, databaseCpu, backlog } = load;
  return [
    side.name,
    String(count),
    complete.perSecond,
    complete.p50,
    complete.p99,
    lookUp.p50,
    start.p50,
    serverCpu,
    databaseCpu,
    backlog,
  ];
}
