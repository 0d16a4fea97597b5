import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall, findProgram } from './apt.mjs';

const source = fileURLToPath(new URL('./operaton/', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/operaton/', import.meta.url));

/** What the tests need: quick to answer, small, never warm. Benchmarks hand in their own. */
const testOptions = ['-Xmx512m', '-XX:TieredStopAtLevel=1'];

/**
 * A real Operaton: the one that `OPERATON_URL` names (its REST root), or a private one whose jars Maven fetches once.
 * Undefined when there is none and none can be had. It keeps everything in memory unless `database` names a MariaDB
 * (`{ url: 'jdbc:mariadb://…', user, password, poolSize? }`), and runs its jobs only when told to unless `jobExecution`.
 */
export async function startOperaton({ database, javaOptions = testOptions, jobExecution = false } = {}) {
  const given = process.env.OPERATON_URL;
  if (given)
    return {
      url: given.replace(/\/$/, ''),
      name: 'the Operaton of OPERATON_URL',
      stop: async () => undefined,
    };
  const java = findProgram(['java']) ?? (aptInstall(['default-jre-headless']) ? findProgram(['java']) : null);
  if (!java) return undefined;
  const jars = fetchJars();
  if (!jars) return undefined;
  const port = await freePort();
  // A file, not a pipe: whoever runs Jest in the same process reads no pipe meanwhile, and a full one stops Operaton.
  const folder = mkdtempSync(join(tmpdir(), 'oneplan-operaton-'));
  const log = join(folder, 'operaton.log');
  const output = openSync(log, 'a');
  const server = spawn(
    java,
    [
      ...javaOptions,
      '-Duser.timezone=UTC',
      '-cp',
      `${jars}/*`,
      join(source, 'App.java'),
      '--server.address=127.0.0.1',
      `--server.port=${port}`,
      '--spring.main.banner-mode=off',
      '--operaton.bpm.generic-properties.properties.historyTimeToLive=P180D',
      '--operaton.bpm.history-level=full',
      `--operaton.bpm.job-execution.enabled=${jobExecution}`,
      ...databaseOptions(database),
    ],
    { cwd: cache, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const kill = () => server.kill('SIGKILL');
  const leave = () => process.exit(1);
  process.once('exit', kill).once('SIGTERM', leave).once('SIGINT', leave);
  const stop = async () => {
    process.off('exit', kill).off('SIGTERM', leave).off('SIGINT', leave);
    if (server.exitCode === null && server.signalCode === null) {
      kill();
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/engine-rest`;
  const deadline = Date.now() + 180_000;
  for (;;) {
    const version = await askVersion(url);
    if (version) return { url, name: `Operaton ${version}`, pid: server.pid, stop };
    if (Date.now() > deadline || server.exitCode !== null) {
      const said = readFileSync(log, 'utf8').slice(-4000);
      await stop();
      throw new Error(`Operaton did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function databaseOptions(database) {
  if (!database)
    return [
      '--spring.datasource.url=jdbc:h2:mem:operaton;DB_CLOSE_DELAY=-1',
      '--spring.datasource.username=sa',
    ];
  return [
    `--spring.datasource.url=${database.url}`,
    `--spring.datasource.username=${database.user}`,
    `--spring.datasource.password=${database.password}`,
    `--spring.datasource.hikari.maximum-pool-size=${database.poolSize ?? 32}`,
    '--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED',
  ];
}

/** The folder of the jars that the pom names; fetched by Maven when the pom has changed. */
function fetchJars() {
  const pom = join(source, 'pom.xml');
  const stamp = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
  const folder = join(cache, `jars-${stamp}`);
  if (existsSync(folder)) return folder;
  const maven = findProgram(['mvn']) ?? (aptInstall(['maven']) ? findProgram(['mvn']) : null);
  if (!maven) return undefined;
  mkdirSync(cache, { recursive: true });
  const half = join(cache, `half-${process.pid}`);
  try {
    console.log('Fetching Operaton …');
    execFileSync(
      maven,
      ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${half}`],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (!existsSync(folder)) renameSync(half, folder);
    return folder;
  } catch (error) {
    console.error(`Maven could not fetch Operaton: ${error.message}`);
    return undefined;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

async function askVersion(url) {
  try {
    const answer = await fetch(`${url}/version`, { signal: AbortSignal.timeout(2000) });
    return answer.ok ? (await answer.json()).version : undefined;
  } catch {
    return undefined;
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
