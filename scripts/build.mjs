import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['runtime', 'designer', 'package-lock.json'];
const stamp = '.cache/pages';

/** Builds portal and designer, unless they were built from exactly these sources. */
export function buildPages() {
  const now = fingerprint();
  const built = existsSync('runtime/portal/dist/index.html') && existsSync('designer/dist/index.html');
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the pages …');
  for (const folder of ['runtime/portal', 'designer']) {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', folder, '--logLevel', 'warn'], {
      stdio: 'inherit',
    });
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) visit(source, hash);
  return hash.digest('hex');
}

function visit(path, hash) {
  if (!statSync(path).isDirectory()) {
    hash.update(`${path}\n`).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'dist' && name !== 'node_modules' && !name.includes('.test.')) visit(join(path, name), hash);
  }
}
