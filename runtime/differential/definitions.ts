import { readdirSync, readFileSync } from 'node:fs';
import type { DefinitionFile } from './engine-under-test.ts';
import type { Script } from './play-script.ts';
import type { ScriptStart } from './script-command.ts';

/** One hand-written definition: its file, what it proves, and the runs that it is put through. */
export interface Definition {
  /** name of the file and key of its first process */
  readonly name: string;
  readonly files: readonly DefinitionFile[];
  /** rows of docs/bpmn-support.md (see support-rows.ts) */
  readonly proves: readonly string[];
  readonly runs: readonly Script[];
}

interface ScriptFile {
  readonly proves: readonly string[];
  readonly runs: readonly {
    readonly start?: Omit<ScriptStart, 'process'>;
    readonly commands: Script['commands'];
  }[];
}

const folder = new URL('./definitions/', import.meta.url);

/**
 * Every definition in the folder: x.bpmn with x.json, x.dmn where it needs a decision, and x-next.bpmn where instances are
 * migrated: the process x-next stands for the next version of x.
 */
export function readDefinitions(): Definition[] {
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => name.endsWith('.json'))
    .map((file) => {
      const name = file.slice(0, -'.json'.length);
      const { proves, runs } = JSON.parse(read(file)) as ScriptFile;
      return {
        name,
        files: [`${name}.bpmn`, `${name}-next.bpmn`, `${name}.dmn`]
          .filter((found) => names.includes(found))
          .map((found) => ({ name: found, content: read(found) })),
        proves,
        runs: runs.map(({ start, commands }) => ({ start: { process: name, ...start }, commands })),
      };
    });
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
