import { markOf } from '@oneplan/runtime/camunda/commands/start.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type {
  EffectCall,
  PlatformEffect,
  PlatformEffects,
} from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../context.ts';
import { adopt } from './adopt.ts';
import { instanceOfEngineId } from './engine-ids.ts';
import type { EngineLink } from './engine-link.ts';

/**
 * The platform's actions for external tasks of the engine: the same effects, for the instance of ours that the engine's
 * one runs. An instance that was not adopted, because the start was repeated, has no effect: its tasks fail.
 */
export function engineEffects(context: Context, link: EngineLink, effects: PlatformEffects): PlatformEffects {
  const forOurs =
    (effect: PlatformEffect): PlatformEffect =>
    async (call: EffectCall) =>
      effect({ ...call, instanceId: await ourInstance(context, link, call.instanceId) });
  return Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => [name, forOurs(effect as PlatformEffect)]),
  ) as unknown as PlatformEffects;
}

async function ourInstance(context: Context, link: EngineLink, engineInstanceId: string): Promise<string> {
  const known = await instanceOfEngineId(context, engineInstanceId);
  if (known !== null) return known;
  const root = await rootOf(link, engineInstanceId);
  const ofRoot = root === engineInstanceId ? null : await instanceOfEngineId(context, root);
  if (ofRoot !== null) return ofRoot;
  const mark = await markOf(link.client, root);
  // A worker may be faster than the answer to the start.
  if (mark !== null && (await adopt(context, mark, root)) === root) return mark;
  throw new AppError('unavailable', 'This external task belongs to no process instance of this server.', {
    engineInstanceId,
  });
}

async function rootOf(link: EngineLink, engineInstanceId: string): Promise<string> {
  const [instance] = await link.client.post<{ rootProcessInstanceId: string | null }[]>(
    '/history/process-instance',
    { processInstanceIds: [engineInstanceId] },
  );
  return instance?.rootProcessInstanceId ?? engineInstanceId;
}
