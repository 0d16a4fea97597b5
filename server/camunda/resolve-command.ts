import type { EngineCommand } from '@oneplan/runtime/camunda/engine-command.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../context.ts';
import { engineDefinition } from './bundle-deployment.ts';
import type { ClaimedCommand } from './claim-commands.ts';
import { engineIdOf, engineTaskIdOf } from './engine-ids.ts';
import type { EngineLink } from './engine-link.ts';
import type { StoredCommand } from './stored-command.ts';

/**
 * The command with the engine's own ids; deploys the bundle that a start or a migration needs. Throws CamundaError:
 * `refused` when the engine has nothing that the command could be for.
 */
export async function resolveCommand(
  context: Context,
  link: EngineLink,
  { id, instanceId, command }: ClaimedCommand,
): Promise<EngineCommand> {
  switch (command.kind) {
    case 'start': {
      const definitionId = await definition(context, link, command.bundleId, command.processKey);
      return {
        type: 'start',
        instanceId,
        definitionId,
        businessKey: command.businessKey,
        variables: command.variables,
        ...(command.startEventId === undefined ? {} : { startEventId: command.startEventId }),
      };
    }
    case 'migrate':
      return migration(context, link, instanceId, command);
    case 'complete-task':
    case 'report-error':
    case 'report-escalation':
    case 'hold-task': {
      const { kind, token, ...rest } = command;
      return { type: kind, taskId: await task(context, instanceId, token), ...rest } as EngineCommand;
    }
    case 'set-activity-variables': {
      const { kind, token, ...rest } = command;
      return { type: kind, taskId: token === null ? null : await task(context, instanceId, token), ...rest };
    }
    case 'trigger':
    case 'retry-work': {
      const { kind, ...rest } = command;
      return { type: kind, ...rest } as EngineCommand;
    }
    case 'throw-signal': {
      const { kind, ...rest } = command;
      return { type: kind, commandId: id, ...rest };
    }
    case 'correlate-message': {
      const { kind, toInstance, ...rest } = command;
      const engineInstanceId = toInstance ? await instance(context, instanceId) : null;
      return { type: kind, commandId: id, engineInstanceId, ...rest };
    }
    default: {
      const { kind, ...rest } = command;
      const engineInstanceId = await instance(context, instanceId);
      return { type: kind, commandId: id, engineInstanceId, ...rest } as EngineCommand;
    }
  }
}

async function migration(
  context: Context,
  link: EngineLink,
  instanceId: string,
  command: Extract<StoredCommand, { kind: 'migrate' }>,
): Promise<EngineCommand> {
  const from = await context.sql.one<{ bundle_id: string }>(
    'SELECT bundle_id FROM process_instance WHERE id = ?',
    [instanceId],
  );
  return {
    type: 'migrate',
    engineInstanceId: await instance(context, instanceId),
    fromDefinitionId: await definition(context, link, from?.bundle_id ?? '', command.processKey),
    toDefinitionId: await definition(context, link, command.toBundleId, command.processKey),
    mappings: command.mappings,
  };
}

async function definition(
  context: Context,
  link: EngineLink,
  bundleId: string,
  processKey: string,
): Promise<string> {
  const id = await engineDefinition(context, link, bundleId, processKey);
  if (id === null) throw nothing(`process "${processKey}"`);
  return id;
}

async function instance(context: Context, instanceId: string): Promise<string> {
  const id = await engineIdOf(context, instanceId);
  if (id === null) throw nothing('instance');
  return id;
}

async function task(context: Context, instanceId: string, token: number): Promise<string> {
  const id = await engineTaskIdOf(context, instanceId, token);
  if (id === null) throw nothing(`task at ${token}`);
  return id;
}

const nothing = (what: string) =>
  new CamundaError('refused', `the engine has no ${what} for this command`, { mayHaveHappened: false });
