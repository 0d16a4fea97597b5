/**
 * `npm run bench -- <suite>` runs `runtime/**\/<suite>.bench.ts` or `server/**\/<suite>.bench.ts`; without a
 * suite it names those that there are. A suite ends its output with one line of JSON, `{ suite, goals }`; a goal
 * that is not met makes the exit code 1.
 */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENDING = '.bench.ts';

async function findSuites() {
  const found = new Map();
  for (const folder of ['runtime', 'server']) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith(ENDING) || entry.parentPath.includes('node_modules'))
        continue;
      found.set(basename(entry.name, ENDING), join(entry.parentPath, entry.name));
    }
  }
  return found;
}

function run(file) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'inherit'],
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

/** Whether the last line is a report and every goal in it is met. */
function isMet(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(last).goals.every((goal) => goal.met);
  } catch {
    console.error('The suite did not end with its report as one line of JSON');
    return false;
  }
}

const suites = await findSuites();
const names = process.argv.slice(2);
if (names.length === 0) {
  console.log(`Suites: ${[...suites.keys()].sort().join(', ') || 'none'}`);
}
for (const name of names) {
  const file = suites.get(name);
  if (file === undefined) {
    console.error(`There is no suite "${name}". Suites: ${[...suites.keys()].sort().join(', ')}`);
    process.exitCode = 1;
    continue;
  }
  const { code, output } = await run(file);
  if (code !== 0 || !isMet(output)) process.exitCode = 1;
}
