import type { ScriptCommand, ScriptStart } from './script-command.ts';
import type { Snapshot } from './snapshot.ts';

export interface DefinitionFile {
  readonly name: string;
  readonly content: string;
}

/** What both engines can do, so that one script runs on either of them. */
export interface EngineUnderTest {
  /** Deploys all files together; a file that is refused throws. */
  deploy(files: readonly DefinitionFile[]): Promise<void>;
  start(start: ScriptStart): Promise<InstanceUnderTest>;
}

export interface InstanceUnderTest {
  /** A command that the engine refuses throws Refused; anything else that goes wrong throws something else. */
  send(command: ScriptCommand): Promise<void>;
  snapshot(): Promise<Snapshot>;
  /** Removes what is left of it. */
  dispose(): Promise<void>;
}

/** The engine said no to a start or a command, and nothing has happened. */
export class Refused extends Error {}

/** Nothing waits where a script says: the script, or the engine, is wrong. */
export class NothingWaits extends Error {
  constructor(target: string, paths: readonly string[]) {
    super(`nothing waits at "${target}", only at ${paths.join(', ') || 'no place'}`);
  }
}
