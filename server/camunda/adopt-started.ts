import { deliver } from '@oneplan/runtime/camunda/deliver.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../context.ts';
import { adopt } from './adopt.ts';
import type { EngineLink } from './engine-link.ts';
import { reportMismatch } from './mismatch.ts';

/**
 * Adopts one of the instances that were started for ours, the oldest unless one is adopted already, and removes the
 * others from the engine. What cannot be removed now is found by the reconciler.
 */
export async function adoptStarted(
  context: Context,
  link: EngineLink,
  instanceId: string,
  engineIds: readonly string[],
): Promise<void> {
  let adopted: string | null = null;
  for (const engineId of engineIds) adopted ??= await adopt(context, instanceId, engineId);
  for (const double of engineIds.filter((id) => id !== adopted))
    await removeDouble(context, link, instanceId, double);
}

export async function removeDouble(
  context: Context,
  link: EngineLink,
  instanceId: string,
  engineInstanceId: string,
): Promise<void> {
  try {
    await deliver(link.client, { type: 'cancel', engineInstanceId, reason: 'started twice' }, true);
  } catch (error) {
    if (error instanceof CamundaError) return;
    throw error;
  }
  await reportMismatch(context, {
    kind: 'double-start',
    objectId: engineInstanceId,
    instanceId,
    detail: 'a start was repeated because its answer was lost; this instance had no effect and was deleted',
    repaired: true,
  });
}
