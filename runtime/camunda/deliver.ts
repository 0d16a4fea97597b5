import { cancel } from './commands/cancel.ts';
import { changeVariables } from './commands/change-variables.ts';
import { completeTask } from './commands/complete-task.ts';
import { reportError } from './commands/report-error.ts';
import { reportEscalation } from './commands/report-escalation.ts';
import { start } from './commands/start.ts';
import { suspend } from './commands/suspend.ts';
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
  cancel,
};

/**
 * Delivers a command to the engine so that it happens there once, however often it is delivered. `repeat`: an earlier
 * try was sent and its outcome is unknown. Throws CamundaError when the engine does not do it.
 */
export async function deliver(client: RestClient, command: EngineCommand, repeat: boolean): Promise<Outcome> {
  return (deliveries[command.type] as Delivery<EngineCommandType>)(client, command, repeat);
}
