/**
 * `npm run test:crash`: what happens once although processes are killed all the time, on a private MariaDB with its data
 * on a disk. Four parts: 10,000 jobs and 100 kills of their executors; 2,000 timers over an outage and jumping clocks;
 * 1,000 external tasks and 100 kills of their workers; 20,000 commands of people, each under a key of its own, with 300
 * kills of the server and 60 of MariaDB, judged at every twentieth kill.
 *
 * Ends after `--minutes=90` at the latest; then, and when it is interrupted (once), what was done until then is judged.
 * The figures are tables for docs/reliability.md, in .cache/crash-figures.md as well; the last line is JSON,
 * `{ suite, goals }`; a goal that is not met makes the exit code 1. `--only=jobs,timers` runs some of the parts;
 * `--commands=2000 --server-kills=30 --database-kills=6 --seed=7` make it another run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { printGoals } from '../server/bench/report.ts';
import { commandsPart } from '../server/crash/long/commands-part.ts';
import { jobsPart, timersPart } from '../server/crash/long/executors-part.ts';
import { markdownOf } from '../server/crash/long/long-part.ts';
import { workersPart } from '../server/crash/long/workers-part.ts';
import { startTestDatabase } from './testing/mariadb.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const number = (value) => ({ type: 'string', default: `${value}` });
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'jobs,timers,workers,commands' },
    jobs: number(10_000),
    'executor-kills': number(100),
    timers: number(2_000),
    tasks: number(1_000),
    'worker-kills': number(100),
    commands: number(20_000),
    'server-kills': number(300),
    'database-kills': number(60),
    minutes: number(90),
    seed: number(Math.floor(Math.random() * 2 ** 31)),
  },
});
const size = (name) => Number(values[name]);
const wanted = values.only.split(',');
const began = performance.now();
const limit = size('minutes') * 60_000;
const seed = size('seed');
const say = (line) => console.log(`${Math.round((performance.now() - began) / 1_000)} s: ${line}`);

/** Our code as one file: a process that is started hundreds of times need not compile its sources as often. */
async function bundle(source, name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    ssr: { noExternal: [/^@oneplan\//] },
    build: {
      ssr: source,
      // The server looks for its plans beside the folder that its code is in.
      outDir: join(ROOT, '.cache'),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(ROOT, '.cache', name);
}

process.chdir(ROOT);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(1);
    console.log('stopping: what is begun is finished and judged; once more ends at once');
    stop.abort();
  });
const database = await startTestDatabase({ own: true, folder: tmpdir() });
if (!database) {
  console.error('There is no mariadbd or mysqld, and none could be installed.');
  process.exit(1);
}
process.env.TEST_DATABASE = 'mysql';
process.env.TEST_DATABASE_URL = database.url;
process.once('exit', () => void database.kill());
const timeUp = setTimeout(() => stop.abort(), limit);
console.log(`${database.name}\nseed ${seed}`);

mkdirSync(join(ROOT, '.cache'), { recursive: true });
const server = await bundle('server/testing/server-with-clock.ts', 'crash-server.mjs');
const executor = await bundle('server/crash/executors/executor-with-clock.ts', 'crash-executor.mjs');
const worker = await bundle('server/crash/workers/worker-to-kill.ts', 'crash-worker.mjs');
const executors = {
  entry: executor,
  seed,
  jobs: size('jobs'),
  kills: size('executor-kills'),
  timers: size('timers'),
  say,
};
const parts = {
  jobs: () => jobsPart(executors),
  timers: () => timersPart(executors),
  workers: () =>
    workersPart({
      entries: { server, worker },
      seed,
      tasks: size('tasks'),
      kills: size('worker-kills'),
      say,
    }),
  commands: () =>
    commandsPart({
      database,
      serverEntry: server,
      seed,
      commands: size('commands'),
      kills: { server: size('server-kills'), database: size('database-kills') },
      stop: stop.signal,
      limit: limit - (performance.now() - began),
      say,
    }),
};

const goals = [];
let tables = '';
try {
  for (const [name, run] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue;
    if (stop.signal.aborted) {
      goals.push({ name: `${name}: not run`, value: 1, goal: 0, met: false });
      continue;
    }
    say(`${name} …`);
    const part = await run();
    goals.push(...part.goals);
    tables += `${markdownOf(part)}\n`;
    writeFileSync(join(ROOT, '.cache/crash-figures.md'), tables);
    for (const finding of part.findings.slice(0, 50)) say(finding);
  }
} finally {
  clearTimeout(timeUp);
  await database.stop();
}
console.log(
  `\n${tables}${Math.round((performance.now() - began) / 1_000)} s; ${loadavg()[0].toFixed(1)} waiting or running processes of the machine in the end, on ${availableParallelism()} cores`,
);
printGoals('crash', goals);
process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
