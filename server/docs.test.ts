import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { configurationKeys } from './config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const documents = ['.', ...foldersBelow('docs')].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const readmes = [
  { file: 'README.md', configuration: '## Configuration', tests: '### Test variables' },
  { file: 'README.zh-CN.md', configuration: '## 配置', tests: '### 测试变量' },
];

function foldersBelow(folder: string): string[] {
  const inside = readdirSync(join(root, folder), { withFileTypes: true }).filter((it) => it.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => foldersBelow(join(folder, name)))];
}

/** The names in the first column of the table below a heading, up to the next heading. */
function tableBelow(text: string, heading: string): string[] {
  const section = text.split(`\n${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  return [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe.each(readmes)('$file', ({ file, configuration, tests }) => {
  test('describes exactly the variables that the server reads', () => {
    expect(tableBelow(read(file), configuration).sort()).toEqual([...configurationKeys].sort());
  });

  test('describes exactly the variables that the tests read', () => {
    const code = [
      'scripts/testing/chromium.mjs',
      'scripts/testing/mariadb.mjs',
      'scripts/testing/operaton.mjs',
      'server/testing/test-context.ts',
      'server/crash/kill.test.ts',
    ].map(read);
    const used = code.flatMap((text) =>
      [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(tableBelow(read(file), tests).sort()).toEqual([...new Set(used)].sort());
  });
});

describe.each(documents)('%s', (file) => {
  const text = read(file);

  test('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const missing = targets
      .filter((target) => !/^(https?:|mailto:|#)/.test(target))
      .filter((target) => !existsSync(join(root, dirname(file), target.split('#')[0] ?? '')));
    expect(missing).toEqual([]);
  });

  test('names files and folders that exist', () => {
    const named = [
      ...text.matchAll(/`((?:server|runtime|designer|scripts|forms|processes|docs)\/[\w./-]+)`/g),
    ];
    const missing = named.map((match) => match[1] ?? '').filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('holds no path of the machine that it was written on', () => {
    expect(text).not.toContain(root);
    expect(text).not.toMatch(/(?<![\w.])\/(?:home|root|Users|tmp|workspace)\//);
  });
});
