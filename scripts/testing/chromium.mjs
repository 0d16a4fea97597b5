import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall, findProgram } from './apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A real Chromium: the one that `CHROMIUM` names, or the machine's, or Debian's. Null when there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) return existsSync(given) ? describe(given) : null;
  const found =
    findProgram(names) ?? (aptInstall(['chromium', 'fonts-noto-cjk']) ? findProgram(names) : null);
  if (found && !existsSync('/usr/share/fonts/opentype/noto')) aptInstall(['fonts-noto-cjk']);
  return found && describe(found);
}

function describe(path) {
  return { path, name: execFileSync(path, ['--version', '--no-sandbox']).toString().trim() };
}
