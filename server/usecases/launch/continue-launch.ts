import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { type LaunchRow, launchOf, scopeOf } from './launch.ts';
import { startBatch } from './launch-batch.ts';
import { readRoster } from './launch-roster.ts';

/** Classes whose instances are started in one transaction; other work of the server waits no longer than that takes. */
const classesAtOnce = 6;

/** Puts the next batch of a launch into the outbox, in the current transaction: it is delivered after the commit. */
export async function orderBatch(context: Context, launchId: string, after: string): Promise<void> {
  const now = context.now();
  await context.sql.insert('outbox', [
    {
      id: context.newId(),
      kind: 'launch',
      payload: JSON.stringify({ launchId, after }),
      created_at: now,
      due_at: now,
    },
  ]);
  announceWork(context.database);
}

/**
 * One batch of a launch, in the current transaction, with the launch's row locked: batches of one launch never run side
 * by side. Orders the next one, or marks the launch as completed. Cut off anywhere it is as if it had not begun, and the
 * message is delivered again.
 */
export async function continueLaunch(context: Context, launchId: string, after: string): Promise<void> {
  const row = await context.sql.one<LaunchRow>(`SELECT * FROM launch WHERE id = ? ${context.sql.forUpdate}`, [
    launchId,
  ]);
  if (!row) return;
  const launch = launchOf(row);
  const { bundle, path } = await scopeOf(context, launch);
  const page = await readRoster(context, launch, path, { after, classes: classesAtOnce });
  if (page.after !== null) {
    await startBatch(context, launch, bundle, page.pupils);
    await orderBatch(context, launchId, page.after);
    return;
  }
  await context.sql.run('UPDATE launch SET completed_at = ? WHERE id = ?', [context.now(), launchId]);
}
