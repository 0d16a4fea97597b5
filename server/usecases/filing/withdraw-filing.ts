import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { endFiling, openFiling } from './end-filing.ts';

/** Takes back what was filed. Throws `conflict` when nothing waits at the authority above. */
export function withdrawFiling(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const filing = await openFiling(context, layerId);
    if (filing?.state !== 'filed')
      throw new AppError('conflict', 'Nothing of this layer waits at the authority above.', { layerId });
    await endFiling(context, caller, filing, 'withdrawn');
    return {};
  });
}
