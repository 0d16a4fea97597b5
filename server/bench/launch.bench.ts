import mysql, { type RowDataPacket } from 'mysql2/promise';
import { loadCaller } from '../identity/caller.ts';
import { launchProcess } from '../usecases/launch/launch-process.ts';
import { benchEnvironment } from './bench-environment.ts';
import { openEmbeddedWorld } from './embedded-world.ts';
import { measureStarts } from './flow-load.ts';
import { openOperatonSide } from './operaton-side.ts';
import { measureRawLimit } from './raw-limit.ts';
import { atLeast, type Goal, printGoals, printTable } from './report.ts';
import { benchCohort, seededId } from './seed-school.ts';

/**
 * A process launched for 100,000 pupils. What is counted are all rows that it writes: for each pupil the instance,
 * its record, the first task with its candidate, its history, and the message about it. Beside it the limit of the
 * database: rows copied from these very tables, put by multi-row INSERTs of 1,000 rows from one connection into empty
 * tables with the same columns and indexes, in the same proportion, by a program that does nothing else.
 */
const { databaseServer, operaton, pace } = benchEnvironment();
const classes = Math.max(20, Math.round(2_000 * Math.min(1, pace)));
const pupilsPerClass = 50;
const pupils = classes * pupilsPerClass;
const goals: Goal[] = [];

const world = await openEmbeddedWorld(databaseServer, { classes, pupilsPerClass });
const { context } = world;
const raw = await measureRawLimit(world.databaseUrl, 2);
const bundle = (await context.tables.bundles.find({}))[0];
const caller = await loadCaller(context, seededId('publisher'));
if (!bundle || !caller) throw new Error('the plan of the benchmarks is not published');
const launch = {
  bundleId: bundle.id,
  processKey: 'leave-approval',
  formKey: 'leave',
  termSlot: 3,
  orgUnitId: seededId('school'),
  entryCohort: benchCohort,
};
const tables = [
  'process_instance',
  'submission',
  'task',
  'task_candidate',
  'activity',
  'variable_change',
  'outbox',
];
const before = await counts();
const id = context.newId();
const began = performance.now();
const { started } = await launchProcess(context, caller, { ...launch, id });
const seconds = (performance.now() - began) / 1000;
const after = await counts();
const written = new Map(tables.map((table) => [table, (after.get(table) ?? 0) - (before.get(table) ?? 0)]));
const rows = [...written.values()].reduce((sum, count) => sum + count, 0);
if (started !== pupils) throw new Error(`${started} of ${pupils} were started`);

const againBegan = performance.now();
const again = await launchProcess(context, caller, { ...launch, id });
const againSeconds = (performance.now() - againBegan) / 1000;
if (again.started !== 0) throw new Error('the same launch started somebody twice');

const limit = await limitOfTheseTables();
printTable(
  ['launch', 'subjects', 'seconds', 'subjects/s', 'rows', 'rows/s'],
  [
    ['OnePlan', String(started), seconds, started / seconds, rows, rows / seconds],
    ['the same once more: nothing to do', '0', againSeconds, pupils / againSeconds, 0, 0],
    ['rows of these tables, multi-row INSERT', '-', Number.NaN, limit / (rows / started), Number.NaN, limit],
    [
      'narrow rows without index, multi-row INSERT',
      '-',
      Number.NaN,
      Number.NaN,
      Number.NaN,
      raw.rowsPerSecond,
    ],
  ],
);
console.log(
  `rows a subject: ${tables.map((table) => `${table} ${((written.get(table) ?? 0) / started).toFixed(1)}`).join(', ')}`,
);

if (operaton) {
  const side = await openOperatonSide(operaton, 16);
  const [starts] = await measureStarts([side], { clients: 16, rounds: 1, seconds: Math.max(2, 20 * pace) });
  await side.close();
  if (starts) {
    printTable(
      ['Operaton, one start a call, 16 clients', 'started', 'subjects/s', 'p50 ms'],
      [['Operaton', starts.count, starts.perSecond, starts.p50]],
    );
    console.log(`ratio of subjects a second: ${(started / seconds / starts.perSecond).toFixed(1)}`);
  }
}
goals.push(
  atLeast('rows of a launch a second, share of the multi-row insert limit', rows / seconds / limit, 0.5),
);
await world.close();
printGoals('launch', goals);

async function counts(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const table of tables) {
    const row = await context.sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
    found.set(table, Number(row?.n));
  }
  return found;
}

/** Rows a second that the database takes of the rows that the launch has written, statements made beforehand. */
async function limitOfTheseTables(): Promise<number> {
  const connection = await mysql.createConnection(world.databaseUrl);
  const sample = 5_000;
  const statements: { text: string; rows: number }[] = [];
  for (const table of tables) {
    await connection.query(`CREATE TABLE limit_${table} LIKE ${table}`);
    const count = Math.round((sample * (written.get(table) ?? 0)) / started);
    const [found] = await connection.query<RowDataPacket[]>(`SELECT * FROM ${table} LIMIT ${count}`);
    for (let from = 0; from < found.length; from += 1_000) {
      const part = found.slice(from, from + 1_000);
      const columns = Object.keys(part[0] ?? {});
      const values = part.map((row) => columns.map((column) => row[column]));
      statements.push({
        text: mysql.format(`INSERT INTO limit_${table} (${columns.join(',')}) VALUES ?`, [values]),
        rows: part.length,
      });
    }
  }
  const speeds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await connection.query('BEGIN');
    for (const { text } of statements) await connection.query(text);
    await connection.query('COMMIT');
    const total = statements.reduce((sum, statement) => sum + statement.rows, 0);
    speeds.push(total / ((performance.now() - start) / 1000));
    for (const table of tables) await connection.query(`TRUNCATE TABLE limit_${table}`);
  }
  for (const table of tables) await connection.query(`DROP TABLE limit_${table}`);
  await connection.end();
  return speeds.sort((a, b) => a - b)[1] ?? Number.NaN;
}
