import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { engineOf } from './engine.ts';

export interface Signal {
  readonly name: string;
  readonly variables: Variables;
  /** For subscriptions of this tenant and of none; null: for everyone. */
  readonly tenantId: string | null;
}

/**
 * Throws a signal to everybody who waits for it and to every process that starts at it. It is a row of the outbox of the
 * current transaction, delivered after the commit, to each receiver once; nobody listening is no error.
 */
export async function throwSignal(context: Context, { name, variables, tenantId }: Signal): Promise<void> {
  const now = context.now();
  await context.sql.insert('outbox', [
    {
      id: context.newId(),
      kind: 'signal',
      payload: JSON.stringify({ name, variables, instanceId: null, tenantId }),
      created_at: now,
      due_at: now,
    },
  ]);
  await engineOf(context).passOn?.(context, { on: 'signal', name, variables, tenantId }, null);
  announceWork(context.database);
}
