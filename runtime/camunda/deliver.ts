import { cancel } from './commands/cancel.ts';
import { changeVariables } from './commands/change-variables.ts';
import { completeTask } from './commands/complete-task.ts';
import { correlateMessage } from './commands/correlate-message.ts';
import { holdTask } from './commands/hold-task.ts';
import { migrate } from './commands/migrate.ts';
import { modify } from './commands/modify.ts';
import { reportError } from './commands/report-error.ts';
import { reportEscalation } from './commands/report-escalation.ts';
import { retryWork } from './commands/retry-work.ts';
import { setActivityVariables } from './commands/set-activity-variables.ts';
import { start } from './commands/start.ts';
import { suspend } from './commands/suspend.ts';
import { throwSignal } from './commands/throw-signal.ts';
import { trigger } from './commands/trigger.ts';
import type { Delivery } from './delivery.ts';
import type { EngineCommand, EngineCommandType } from './engine-command.ts';
import type { Outcome } from './outcome.ts';
import type { RestClient } from './rest-client.ts';

/** One line a command. */
const deliveries: { readonly [T in EngineCommandType]: Delivery<T> } = {
  start,
  'complete-task': completeTask,
  'report-error': reportError,
  'report-escalation': reportEscalation,
  'change-variables': changeVariables,
  suspend,
  modify,
  migrate,
  'hold-task': holdTask,
  trigger,
  'set-activity-variables': setActivityVariables,
  'correlate-message': correlateMessage,
  'throw-signal': throwSignal,
  'retry-work': retryWork,
  cancel,
};

/**
 * Delivers a command to the engine so that it happens there once, however often it is delivered. `repeat`: an earlier
 * try was sent and its outcome is unknown. Throws CamundaError when the engine does not do it.
 */
export async function deliver(client: RestClient, command: EngineCommand, repeat: boolean): Promise<Outcome> {
  return (deliveries[command.type] as Delivery<EngineCommandType>)(client, command, repeat);
}
