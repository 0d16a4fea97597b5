import { createWorkers, type Workers } from '@oneplan/runtime/workers/workers.ts';
import type { Context } from './context.ts';
import { createPlatformEffects } from './usecases/effects/platform-effects.ts';

/** Starts this process's external-task workers; they speak to an engine over REST like anybody's workers would. */
export function startPlatformWorkers(
  context: Context,
  engine: { readonly baseUrl: string; readonly password: string },
): Workers {
  const workers = createWorkers({ ...engine, effects: createPlatformEffects(context), log: context.log });
  workers.start();
  return workers;
}
