import { z } from 'zod';
import type { Context } from '../context.ts';
import { beginVersion } from '../usecases/plans/begin-version.ts';

const message = z.object({ bundleId: z.string() });

/** Delivered on the first day of a version that was scheduled. */
export async function deliverVersionBegins(
  context: Context,
  _outboxId: string,
  payload: unknown,
): Promise<void> {
  await beginVersion(context, message.parse(payload).bundleId);
}
