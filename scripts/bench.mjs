/**
 * `npm run bench -- <suite>` runs `runtime/**\/<suite>.bench.ts` or `server/**\/<suite>.bench.ts`; without a
 * suite it names those that there are. A suite ends its output with one line of JSON, `{ suite, goals }`; a goal
 * that is not met makes the exit code 1. Where several files have the name of a suite they are its parts: they run one
 * after the other, and the last line has the goals of all.
 */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';
import { buildPages } from './build.mjs';
import { findChromium } from './testing/chromium.mjs';
import { startTestDatabase } from './testing/mariadb.mjs';
import { startOperaton } from './testing/operaton.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENDING = '.bench.ts';

/** What a suite needs beside itself; suites that are not named need nothing. */
const NEEDS = {
  engine: { database: true, operaton: true },
  launch: { database: true, operaton: true },
  growth: { database: true },
  plan: { browser: true },
};

/** A MariaDB on a real disk that syncs at every commit, with the memory of a small production server. */
const DATABASE_SETTINGS = [
  '--innodb-buffer-pool-size=3G',
  '--innodb-log-file-size=1G',
  '--innodb-flush-method=O_DIRECT',
  '--skip-log-bin',
];
const OPERATON_SCHEMA = 'operaton_bench';

async function findSuites() {
  const found = new Map();
  for (const folder of ['runtime', 'server']) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith(ENDING) || entry.parentPath.includes('node_modules'))
        continue;
      const name = basename(entry.name, ENDING);
      found.set(name, [...(found.get(name) ?? []), join(entry.parentPath, entry.name)]);
    }
  }
  return found;
}

/** Starts what the suite needs and tells it by environment; null when something can not be had. */
async function prepare({ database: withDatabase, operaton: withOperaton, browser: withBrowser } = {}) {
  const stops = [];
  const stop = async () => {
    for (const each of stops.reverse()) await each();
  };
  const env = {};
  try {
    if (withDatabase) {
      const database = await startTestDatabase({
        folder: process.env.BENCH_FOLDER ?? tmpdir(),
        settings: DATABASE_SETTINGS,
      });
      if (!database) throw new Error('There is no mariadbd, and none could be installed.');
      stops.push(database.stop);
      Object.assign(env, { BENCH_DATABASE_URL: database.url, BENCH_DATABASE_PID: `${database.pid ?? ''}` });
      console.log(`Database: ${database.name}`);
    }
    if (withOperaton && process.env.BENCH_OPERATON !== 'off') {
      const operaton = await startOperatonOn(env.BENCH_DATABASE_URL);
      if (!operaton) throw new Error('There is no Operaton: Java and Maven are needed, or OPERATON_URL.');
      stops.push(operaton.stop);
      Object.assign(env, {
        BENCH_OPERATON_URL: operaton.url,
        BENCH_OPERATON_PID: `${operaton.pid ?? ''}`,
        BENCH_OPERATON_SCHEMA: OPERATON_SCHEMA,
      });
      console.log(`Beside it: ${operaton.name}`);
    }
    if (withBrowser) {
      // The suite says what it can not measure without one.
      const chromium = findChromium();
      if (chromium) {
        buildPages();
        env.CHROMIUM = chromium.path;
        console.log(`Browser: ${chromium.name}`);
      }
    }
    return { env, stop };
  } catch (error) {
    await stop();
    console.error(error.message);
    return null;
  }
}

/** As its makers would run it: jobs on, 32 connections, READ COMMITTED, a compiler that optimises. */
async function startOperatonOn(databaseUrl) {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const connection = await mysql.createConnection(databaseUrl);
  await connection.query(`DROP DATABASE IF EXISTS ${OPERATON_SCHEMA}`);
  await connection.query(`CREATE DATABASE ${OPERATON_SCHEMA} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.end();
  return startOperaton({
    database: {
      url: `jdbc:mariadb://${hostname}:${port}/${OPERATON_SCHEMA}`,
      user: username,
      password,
      poolSize: 32,
    },
    javaOptions: ['-Xms1g', '-Xmx2g'],
    jobExecution: true,
  });
}

function run(file, env) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The goals of the report in the last line; null when there is none. */
function goalsOf(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(last).goals;
  } catch {
    console.error('The suite did not end with its report as one line of JSON');
    return null;
  }
}

/** Runs the parts of a suite; whether every goal of all of them is met. */
async function runSuite(name, files, env) {
  const goals = [];
  let ran = true;
  for (const file of files) {
    const { code, output } = await run(file, env);
    const own = goalsOf(output);
    ran = ran && code === 0 && own !== null;
    goals.push(...(own ?? []));
  }
  if (files.length > 1) console.log(JSON.stringify({ suite: name, goals }));
  return ran && goals.every((goal) => goal.met);
}

const suites = await findSuites();
const names = process.argv.slice(2);
if (names.length === 0) {
  console.log(`Suites: ${[...suites.keys()].sort().join(', ') || 'none'}`);
}
for (const name of names) {
  const files = suites.get(name);
  if (files === undefined) {
    console.error(`There is no suite "${name}". Suites: ${[...suites.keys()].sort().join(', ')}`);
    process.exitCode = 1;
    continue;
  }
  const prepared = await prepare(NEEDS[name]);
  if (!prepared) {
    process.exitCode = 1;
    continue;
  }
  const isMet = await runSuite(name, files, prepared.env);
  await prepared.stop();
  if (!isMet) process.exitCode = 1;
}
