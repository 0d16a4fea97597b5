import { cancelInstance } from './cancel-instance.ts';
import type { CommandHandlers } from './command-handler.ts';
import { completeExternalTask, completeUserTask } from './complete-task.ts';
import { deliverMessage, deliverSignal, fireTimer } from './deliver.ts';
import { modify } from './modify.ts';
import { runJob } from './run-job.ts';
import { setVariablesCommand } from './set-variables.ts';
import { start } from './start.ts';
import { throwError, throwEscalation } from './throw.ts';

/** What each command does. */
export const COMMAND_HANDLERS: CommandHandlers = {
  start,
  'complete-user-task': completeUserTask,
  'complete-external-task': completeExternalTask,
  'fire-timer': fireTimer,
  'throw-error': throwError,
  'throw-escalation': throwEscalation,
  'run-job': runJob,
  'deliver-message': deliverMessage,
  'deliver-signal': deliverSignal,
  'set-variables': setVariablesCommand,
  modify,
  cancel: cancelInstance,
};
