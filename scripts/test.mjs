import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './build.mjs';
import { install } from './install.mjs';
import { findChromium } from './testing/chromium.mjs';
import { findJavaClient, findPythonClient } from './testing/foreign-clients.mjs';
import { startTestDatabase } from './testing/mariadb.mjs';
import { startOperaton } from './testing/operaton.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
install();

const reports = mkdtempSync(join(tmpdir(), 'oneplan-reports-'));
const only = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const ran = [];
const missing = [];

function wanted(name) {
  return only.length === 0 || only.includes(name);
}

/** Runs some of Jest's projects as a group of its own and adds up what it reports. */
function run(name, projects, env = {}, workers = 2) {
  if (!wanted(name)) return;
  console.log(`\n— ${name} —`);
  const report = join(reports, `${ran.length}.json`);
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${report}`,
    `--maxWorkers=${workers}`,
  ];
  const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', ...jest], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const result = read(report);
  const failedSuites = result.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + failedSuites + result.numPendingTests + result.numTodoTests;
  if (status !== 0 && result.numFailedTests + failedSuites === 0) total.failed += 1;
  ran.push(`${name} ${result.numPassedTests}`);
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}

run('runtime and designer', ['runtime', 'designer']);
run('server on SQLite', ['server'], { TEST_DATABASE: 'sqlite' });

const onOperaton = ['engine on Operaton', 'differential on Operaton'].filter(wanted);
const operaton = onOperaton.length > 0 ? await startOperaton() : undefined;
if (operaton) {
  const env = { OPERATON_URL: operaton.url, TEST_DATABASE: 'sqlite' };
  try {
    // Its files take turns, and look at everything that is on the engine: first, and one at a time.
    run('engine on Operaton', ['camunda'], env, 1);
    run('differential on Operaton', ['differential'], env);
  } finally {
    await operaton.stop();
  }
} else if (onOperaton.length > 0)
  missing.push(
    `${onOperaton.join(', ')}: no Java, or Maven could not fetch it, apt-get not permitted, OPERATON_URL not set`,
  );

/** Workers on the clients of Camunda 7 in other languages, against the server. */
const javaClient = wanted('Java client') ? findJavaClient() : undefined;
if (javaClient)
  run('Java client', ['Java client'], {
    TEST_DATABASE: 'sqlite',
    JAVA_CLIENT_JAVA: javaClient.java,
    JAVA_CLIENT_JARS: javaClient.jars,
  });
else if (wanted('Java client'))
  missing.push('Java client: no Java (JDK), or Maven could not fetch the client, apt-get not permitted');
const pythonClient = wanted('Python client') ? findPythonClient() : undefined;
if (pythonClient)
  run('Python client', ['Python client'], {
    TEST_DATABASE: 'sqlite',
    PYTHON_CLIENT_PYTHON: pythonClient.python,
    PYTHON_CLIENT_PACKAGES: pythonClient.packages,
  });
else if (wanted('Python client'))
  missing.push('Python client: no Python 3 with pip, or PyPI could not be reached, apt-get not permitted');

const database = await startTestDatabase();
try {
  if (database)
    run('server on MySQL/MariaDB', ['server'], { TEST_DATABASE: 'mysql', TEST_DATABASE_URL: database.url });
  else
    missing.push(
      'MySQL/MariaDB: no mariadbd or mysqld in PATH, apt-get not permitted, TEST_DATABASE_URL not set',
    );
  const chromium = findChromium();
  if (chromium) {
    buildPages();
    run('browser', ['browser'], { CHROMIUM: chromium.path, TEST_DATABASE: 'sqlite' });
  } else missing.push('browser: no Chromium in PATH, apt-get not permitted, CHROMIUM not set');
  console.log(
    `\nRan: ${ran.join('; ')} (${operaton?.name ?? 'no Operaton'}; ${database?.name ?? 'no database server'}; ${chromium?.name ?? 'no browser'}).`,
  );
} finally {
  await database?.stop();
  rmSync(reports, { recursive: true, force: true });
}
console.log(
  missing.length > 0
    ? `Could not run: ${missing.join('; ')}.`
    : 'Could not run: nothing; everything was found.',
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
