import type { EngineCommand } from '@oneplan/runtime/camunda/engine-command.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../context.ts';
import { engineDefinition } from './bundle-deployment.ts';
import type { ClaimedCommand } from './claim-commands.ts';
import { engineIdOf, engineTaskIdOf } from './engine-ids.ts';
import type { EngineLink } from './engine-link.ts';

/**
 * The command with the engine's own ids; deploys the bundle that a start needs. Throws CamundaError: `refused` when the
 * engine has nothing that the command could be for.
 */
export async function resolveCommand(
  context: Context,
  link: EngineLink,
  { instanceId, command }: ClaimedCommand,
): Promise<EngineCommand> {
  switch (command.kind) {
    case 'start': {
      const definitionId = await engineDefinition(context, link, command.bundleId, command.processKey);
      if (definitionId === null) throw nothing(`process "${command.processKey}"`);
      return {
        type: 'start',
        instanceId,
        definitionId,
        businessKey: command.businessKey,
        variables: command.variables,
        ...(command.startEventId === undefined ? {} : { startEventId: command.startEventId }),
      };
    }
    case 'complete-task':
    case 'report-error':
    case 'report-escalation': {
      const { kind, token, ...rest } = command;
      const taskId = await engineTaskIdOf(context, instanceId, token);
      if (taskId === null) throw nothing(`task at ${token}`);
      return { type: kind, taskId, ...rest } as EngineCommand;
    }
    default: {
      const { kind, ...rest } = command;
      const engineInstanceId = await engineIdOf(context, instanceId);
      if (engineInstanceId === null) throw nothing('instance');
      return { type: kind, engineInstanceId, ...rest } as EngineCommand;
    }
  }
}

const nothing = (what: string) =>
  new CamundaError('refused', `the engine has no ${what} for this command`, { mayHaveHappened: false });
