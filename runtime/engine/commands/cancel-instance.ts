import { cancelTokens } from '../cancel.ts';
import type { CommandHandler } from './command-handler.ts';

export const cancelInstance: CommandHandler<'cancel'> = (run, command) => {
  cancelTokens(run, run.tokens());
  run.end('cancelled', command.reason);
};
