/**
 * `npm run test:crash`: 300 `kill -9` of the server and 60 of a private MariaDB while people submit and decide 20,000
 * times, each under a key of their own. Says every 20 kills what was lost or doubled so far. Ends after `--minutes=90` at
 * the latest; then, and when it is interrupted (once), what was done until then is judged. Its figures are a table for
 * docs/reliability.md, in .cache/crash-figures.md as well; the last line is JSON, `{ suite, goals }`; a goal that is not
 * met makes the exit code 1. `--commands=2000 --server-kills=30 --database-kills=6 --seed=7` make it another run.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { atLeast, atMost, printGoals } from '../server/bench/report.ts';
import { distributionOf, rowsOf } from '../server/crash/crash-figures.ts';
import { longCrashRun } from '../server/crash/long-crash-run.ts';
import { startTestDatabase } from './testing/mariadb.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SLOWEST_RECOVERY = 5_000;

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '20000' },
    'server-kills': { type: 'string', default: '300' },
    'database-kills': { type: 'string', default: '60' },
    minutes: { type: 'string', default: '90' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
  },
});
const seed = Number(values.seed);
const commands = Number(values.commands);
const limit = Number(values.minutes) * 60_000;
const kills = { server: Number(values['server-kills']), database: Number(values['database-kills']) };

/** Our code as one file: a server that is started 300 times need not compile its sources 300 times. */
async function bundleServer() {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    ssr: { noExternal: [/^@oneplan\//] },
    build: {
      ssr: 'server/testing/server-with-clock.ts',
      // The server looks for its plans beside the folder that its code is in.
      outDir: join(ROOT, '.cache'),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'crash-server.mjs', codeSplitting: false } },
    },
  });
  return join(ROOT, '.cache/crash-server.mjs');
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
const began = performance.now();
const timeUp = setTimeout(() => stop.abort(), limit);
let figures;
try {
  console.log(
    `${database.name}\nseed ${seed}: ${commands} commands, ${kills.server} + ${kills.database} kills`,
  );
  figures = await longCrashRun({
    database,
    serverEntry: await bundleServer(),
    seed,
    commands,
    kills,
    stop: stop.signal,
    limit,
    say: (line) => console.log(`${Math.round((performance.now() - began) / 1_000)} s: ${line}`),
  });
} finally {
  clearTimeout(timeUp);
  await database.stop();
}

const { wrong } = figures;
const server = distributionOf(figures.serverRecoveries);
const own = distributionOf(figures.databaseRecoveries);
const acknowledged = figures.submissions + figures.completions;
const rows = [
  ...rowsOf(figures),
  ['time, s', `${Math.round((performance.now() - began) / 1_000)}`],
  [
    'waiting or running processes of the machine in the end',
    `${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`,
  ],
];
const table = [
  '| what | how many |',
  '| --- | --- |',
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  '',
].join('\n');
writeFileSync(join(ROOT, '.cache/crash-figures.md'), table);
console.log(`\n${table}`);
if (!figures.whole) console.log('The run ended early: these are the figures of what was done until then.');
if (figures.left > 0)
  console.log(`${figures.left} pieces of work were left when it was judged: it was judged as in the middle.`);
for (const [kind, findings] of Object.entries(wrong))
  for (const finding of findings.slice(0, 20)) console.log(`${kind}: ${finding}`);

const goals = [
  atLeast('kills of the server', figures.serverKills, kills.server),
  atLeast('kills of the database', figures.databaseKills, kills.database),
  atLeast('keyed commands acknowledged', acknowledged, figures.commands),
  atMost('lost', wrong.lost.length, 0),
  atMost('doubled', wrong.doubled.length, 0),
  atMost('left behind or stuck', wrong.stuck.length + figures.left, 0),
  atMost('states and rows that disagree', wrong.inconsistent.length, 0),
  atMost('wrong answers', wrong.serverErrors.length + wrong.surprises.length, 0),
  atMost('longest recovery, ms', Math.max(server.longest, own.longest), SLOWEST_RECOVERY),
];
printGoals('crash', goals);
process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
