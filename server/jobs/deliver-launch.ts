import { z } from 'zod';
import type { Context } from '../context.ts';
import { continueLaunch } from '../usecases/launch/continue-launch.ts';

const batch = z.object({ launchId: z.uuid(), after: z.string() });

/** Starts the next instances of a launch. */
export async function deliverLaunch(context: Context, _outboxId: string, payload: unknown): Promise<void> {
  const { launchId, after } = batch.parse(payload);
  await continueLaunch(context, launchId, after);
}
