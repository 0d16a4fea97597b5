import type { Delivery } from '../delivery.ts';
import { onInstance } from '../on-instance.ts';
import { done } from '../outcome.ts';

/** One instance at a time, so that each has its own answer. One that is on the target has moved before. */
export const migrate: Delivery<'migrate'> = async (client, command) => {
  const [instance] = await client.post<{ definitionId: string }[]>('/process-instance', {
    processInstanceIds: [command.engineInstanceId],
  });
  if (instance?.definitionId === command.toDefinitionId) return done;
  return onInstance(client, command.engineInstanceId, () =>
    client.post('/migration/execute', {
      migrationPlan: {
        sourceProcessDefinitionId: command.fromDefinitionId,
        targetProcessDefinitionId: command.toDefinitionId,
        instructions: command.mappings.map(({ from, to, updateEventTrigger }) => ({
          sourceActivityIds: [from],
          targetActivityIds: [to],
          updateEventTrigger,
        })),
      },
      processInstanceIds: [command.engineInstanceId],
      skipCustomListeners: true,
    }),
  );
};
