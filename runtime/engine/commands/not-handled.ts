import type { Command } from '../command.ts';
import { EngineError } from '../engine-error.ts';
import type { Run } from '../run.ts';

/** Stands for a command that nothing in a deployable process can answer. */
export function notHandled(run: Run, command: Command): never {
  throw new EngineError(
    'TOKEN_MISMATCH',
    `Nothing in the process "${run.graph.id}" answers "${command.type}"`,
  );
}
