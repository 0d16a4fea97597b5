import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let updated = false;

/** Installs Debian packages where that is possible: on Debian, as root. Answers whether it worked. */
export function aptInstall(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=900', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    console.log(`Installing ${packages.join(', ')} …`);
    if (!updated) apt('update');
    updated = true;
    apt('install', '-y', '--no-install-recommends', ...packages);
    return true;
  } catch (error) {
    console.error(`apt-get could not install ${packages.join(', ')}: ${error.message}`);
    return false;
  }
}

/** The first of these programs that exists, looked up in PATH and where Debian puts servers. */
export function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin', '/usr/libexec'];
  for (const name of names) {
    for (const folder of folders) {
      if (folder && existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
    }
  }
  return null;
}
