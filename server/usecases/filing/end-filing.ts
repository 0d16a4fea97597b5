import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { embeddedEngine } from '../engine/embedded-engine.ts';
import { done } from '../engine/execute-command.ts';

/** The filing of a layer that still counts: it waits, or was accepted and is not published. */
export function openFiling(context: Context, layerId: string): Promise<FilingRow | null> {
  return context.tables.filings.findOne({ layerId, state: ['filed', 'accepted'] });
}

/** Ends a filing that is not to count any more; its course at the authority is cancelled. In the current transaction. */
export async function endFiling(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  filing: FilingRow,
  state: 'withdrawn' | 'lapsed',
): Promise<void> {
  if (filing.state === 'filed') {
    const instance = await lockInstance(context, filing.instanceId);
    if (instance && !instance.state.e) {
      const batch = new WriteBatch();
      const command = { type: 'cancel', reason: state } as const;
      done(await embeddedEngine.execute(context, batch, [{ instance, command, actor: caller }]));
      await batch.flush(context.sql);
    }
  }
  await context.tables.filings.update({ id: filing.id }, { state });
  await audit(context, caller, {
    action: `plan.filing-${state}`,
    objectKind: 'filing',
    objectId: filing.id,
    detail: { layerId: filing.layerId, fingerprint: filing.fingerprint },
  });
}

/** After a draft was changed: what was filed or accepted counts no longer, unless just that is still the draft. */
export async function lapseChanged(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  fingerprint: string | null,
): Promise<void> {
  const filing = await openFiling(context, layerId);
  if (filing && filing.fingerprint !== fingerprint) await endFiling(context, caller, filing, 'lapsed');
}
