/**
 * `npm run test:crash`: 300 `kill -9` of the server and 60 of a private MariaDB while people submit and decide 20,000
 * times, each under a key of their own. Ends with one line of JSON, `{ suite, goals }`; a goal that is not met makes the
 * exit code 1. `--commands=2000 --server-kills=30 --database-kills=6 --seed=7` make it another run.
 */
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { atLeast, atMost, printGoals, printTable } from '../server/bench/report.ts';
import { distributionOf } from '../server/crash/crash-figures.ts';
import { longCrashRun } from '../server/crash/long-crash-run.ts';
import { startTestDatabase } from './testing/mariadb.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SLOWEST_RECOVERY = 5_000;

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '20000' },
    'server-kills': { type: 'string', default: '300' },
    'database-kills': { type: 'string', default: '60' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
  },
});
const seed = Number(values.seed);
const commands = Number(values.commands);
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
const database = await startTestDatabase({ own: true, folder: tmpdir() });
if (!database) {
  console.error('There is no mariadbd or mysqld, and none could be installed.');
  process.exit(1);
}
process.env.TEST_DATABASE = 'mysql';
process.env.TEST_DATABASE_URL = database.url;
const began = performance.now();
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
    say: (line) => console.log(`${Math.round((performance.now() - began) / 1_000)} s: ${line}`),
  });
} finally {
  await database.stop();
}

const { wrong } = figures;
const server = distributionOf(figures.serverRecoveries);
const own = distributionOf(figures.databaseRecoveries);
const acknowledged = figures.submissions + figures.completions;
const starting = (word) => wrong.outcomes.filter((line) => line.startsWith(word)).length;
const lost = starting('missing');
const doubled = starting('too many');
const recovery = ({ shortest, median, p95, longest }) => `${shortest} / ${median} / ${p95} / ${longest}`;
printTable(
  ['what', 'how many'],
  [
    ['kills of the server', figures.serverKills],
    ['kills of the database', figures.databaseKills],
    ['submissions acknowledged', figures.submissions],
    ['completions acknowledged', figures.completions],
    ['outcomes unknown at first', figures.unknownOutcomes],
    ['pieces of work interrupted', figures.interrupted],
    ['server: restart to first good answer, ms (shortest / median / 95 % / longest)', recovery(server)],
    ['database: restart to good answers of all servers, ms', recovery(own)],
    ['time, s', (performance.now() - began) / 1_000],
    [
      `waiting or running processes of the machine in the end, on ${availableParallelism()} cores`,
      loadavg()[0],
    ],
  ],
);
for (const [kind, findings] of Object.entries(wrong))
  for (const finding of findings.slice(0, 20)) console.log(`${kind}: ${finding}`);

const goals = [
  atLeast('kills of the server', figures.serverKills, kills.server),
  atLeast('kills of the database', figures.databaseKills, kills.database),
  atLeast('keyed commands acknowledged', acknowledged, figures.commands),
  atMost('lost', lost, 0),
  atMost('doubled', doubled, 0),
  atMost('left behind or stuck', wrong.outcomes.length - lost - doubled, 0),
  atMost('states and rows that disagree', wrong.inconsistent.length, 0),
  atMost('wrong answers', wrong.serverErrors.length + wrong.surprises.length, 0),
  atMost('longest recovery, ms', Math.max(server.longest, own.longest), SLOWEST_RECOVERY),
];
printGoals('crash', goals);
process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
