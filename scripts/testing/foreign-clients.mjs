import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall, findProgram } from './apt.mjs';

const source = fileURLToPath(new URL('./foreign-clients/', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/foreign-clients/', import.meta.url));

/** The Java client of Camunda 7 with the Java to run it; undefined when there is none and none can be had. */
export function findJavaClient() {
  const java = findProgram(['java']) ?? (aptInstall(['default-jdk-headless']) ? findProgram(['java']) : null);
  const jars =
    java &&
    fetchOnce('jars', 'pom.xml', (folder) => {
      const maven = findProgram(['mvn']) ?? (aptInstall(['maven']) ? findProgram(['mvn']) : null);
      if (!maven) throw new Error('there is no Maven');
      const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
      execFileSync(maven, ['-q', '-B', '-f', join(source, 'pom.xml'), ...goal], { stdio: 'ignore' });
    });
  return jars ? { java, jars } : undefined;
}

/** A Python that has the client of Camunda 7 from PyPI; undefined when there is none and none can be had. */
export function findPythonClient() {
  const python =
    findProgram(['python3']) ?? (aptInstall(['python3', 'python3-venv']) ? findProgram(['python3']) : null);
  const folder =
    python &&
    fetchOnce('python', 'requirements.txt', (target) => {
      const install = [
        '-m',
        'pip',
        'install',
        '-q',
        '--target',
        target,
        '-r',
        join(source, 'requirements.txt'),
      ];
      execFileSync(python, install, { stdio: 'ignore' });
    });
  return folder ? { python, packages: folder } : undefined;
}

/** The folder that `fetch` fills; again only when the file that says what to fetch has changed. */
function fetchOnce(name, file, fetch) {
  const stamp = createHash('sha256')
    .update(readFileSync(join(source, file)))
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache, `${name}-${stamp}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = join(cache, `half-${name}-${process.pid}`);
  try {
    console.log(`Fetching the ${name} of a foreign client …`);
    fetch(half);
    if (!existsSync(folder)) renameSync(half, folder);
    return folder;
  } catch (error) {
    console.error(`The ${name} of a foreign client could not be fetched: ${error.message}`);
    return undefined;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
