import { cancelInstance } from './cancel-instance.ts';
import type { CommandHandlers } from './command-handler.ts';
import { completeExternalTask, completeUserTask } from './complete-task.ts';
import { fireTimer } from './fire-timer.ts';
import { notHandled } from './not-handled.ts';
import { start } from './start.ts';

/** What each command does. */
export const COMMAND_HANDLERS: CommandHandlers = {
  start,
  'complete-user-task': completeUserTask,
  'complete-external-task': completeExternalTask,
  'fire-timer': fireTimer,
  'throw-error': notHandled,
  'throw-escalation': notHandled,
  'run-job': notHandled,
  'deliver-message': notHandled,
  'deliver-signal': notHandled,
  'set-variables': notHandled,
  modify: notHandled,
  cancel: cancelInstance,
};
