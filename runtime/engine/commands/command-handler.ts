import type { CommandOfType, CommandType } from '../command.ts';
import type { Run } from '../run.ts';

/** Applies one kind of command to the working copy; what follows from it is scheduled, not run. */
export type CommandHandler<T extends CommandType> = (run: Run, command: CommandOfType<T>) => void;

export type CommandHandlers = { readonly [T in CommandType]: CommandHandler<T> };
