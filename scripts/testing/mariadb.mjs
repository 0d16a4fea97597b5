import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, findProgram } from './apt.mjs';

/** Schemas of dozens of test files are made and dropped: in memory that takes seconds, on disk minutes. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * A MySQL-compatible server for the tests: the one that `TEST_DATABASE_URL` names, or a private one on a temporary data
 * folder, with the settings that production needs. Null when there is none and none can be installed. Benchmarks hand in
 * a `folder` on a disk and `settings` of their own, and look at the process behind `pid`. `own`: a private one in any
 * case, which may be killed and restarted.
 */
export async function startTestDatabase({ folder: parent = memoryFolder, settings = [], own = false } = {}) {
  const given = own ? undefined : process.env.TEST_DATABASE_URL;
  if (given) return { url: given, name: `the server of TEST_DATABASE_URL`, stop: async () => undefined };
  const servers = ['mariadbd', 'mysqld'];
  const program = findProgram(servers) ?? (aptInstall(['mariadb-server']) ? findProgram(servers) : null);
  if (!program) return null;
  const folder = mkdtempSync(join(parent, 'oneplan-db-'));
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const mariadb = findProgram(['mariadb-install-db', 'mysql_install_db']);
  if (mariadb) {
    execFileSync(
      mariadb,
      [
        '--no-defaults',
        `--datadir=${data}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        ...user,
      ],
      { stdio: 'ignore' },
    );
  } else {
    execFileSync(program, ['--no-defaults', '--initialize-insecure', `--datadir=${data}`, ...user], {
      stdio: 'ignore',
    });
  }
  const port = await freePort();
  const launch = () =>
    spawn(
      program,
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${join(folder, 'socket')}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        `--pid-file=${join(folder, 'pid')}`,
        '--innodb-buffer-pool-size=256M',
        '--innodb-flush-log-at-trx-commit=1',
        '--max-connections=300',
        ...settings,
        ...user,
      ],
      // A run that is interrupted at the terminal still needs its own database to judge what was done.
      { stdio: 'ignore', detached: own },
    );
  let server = launch();
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const client = findProgram(['mariadb', 'mysql']);
  const statement =
    "CREATE USER 'test'@'127.0.0.1' IDENTIFIED BY 'test'; GRANT ALL ON *.* TO 'test'@'127.0.0.1'";
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      execFileSync(
        client,
        ['--no-defaults', `--socket=${join(folder, 'socket')}`, '-uroot', '-e', statement],
        { stdio: 'ignore' },
      );
      break;
    } catch {
      if (Date.now() > deadline || server.exitCode !== null)
        throw new Error(`${program} did not start on ${data}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return {
    url: `mysql://test:test@127.0.0.1:${port}/`,
    name: execFileSync(program, ['--no-defaults', '--version']).toString().trim(),
    pid: server.pid,
    /** SIGKILL: what was not written is lost, every connection breaks. */
    kill,
    /** Starts it again on the same data and port. Returns at once: it recovers, then it answers. */
    restart: () => {
      server = launch();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
