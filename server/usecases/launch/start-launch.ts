import type { Launch as LaunchSummary } from '@oneplan/runtime/contracts/api/launches.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { orderBatch } from './continue-launch.ts';
import { insertLaunch, type Launch, type LaunchRow, type LaunchScope, scopeOf } from './launch.ts';
import { summariseLaunches } from './list-launches.ts';

/**
 * Begins a launch: it goes on in the background, batch by batch. Throws `conflict` when there is no such plan version,
 * process or form, or when the version is published for another place.
 */
export async function startLaunch(
  context: Context,
  caller: Caller,
  asked: Omit<Launch, 'id' | 'createdBy'>,
): Promise<{ launch: LaunchSummary }> {
  await launchScope(context, asked);
  const launch = { ...asked, id: context.newId(), createdBy: caller.userId };
  await insertLaunch(context, caller, launch);
  await orderBatch(context, launch.id, '');
  return summaryOf(context, launch.id);
}

/** Goes through the roster once more. Throws `conflict` when there is no such launch in the org unit or below. */
export async function resumeLaunch(
  context: Context,
  caller: Caller,
  { orgUnitId, launchId }: { readonly orgUnitId: string; readonly launchId: string },
): Promise<{ launch: LaunchSummary }> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  const changed = await context.sql.run(
    'UPDATE launch SET completed_at = NULL WHERE id = ? AND org_unit_id IN (SELECT id FROM org_unit WHERE path LIKE ?)',
    [launchId, `${unit?.path ?? ''}%`],
  );
  const known = await context.sql.one(
    'SELECT l.id FROM launch l JOIN org_unit o ON o.id = l.org_unit_id WHERE l.id = ? AND o.path LIKE ?',
    [launchId, `${unit?.path ?? ''}%`],
  );
  if (changed === 0 && !known)
    throw new AppError('conflict', 'There is no such launch in this org unit.', { launchId });
  await orderBatch(context, launchId, '');
  await audit(context, caller, {
    action: 'process.launch-resumed',
    objectKind: 'launch',
    objectId: launchId,
    orgUnitId,
  });
  return summaryOf(context, launchId);
}

/**
 * The plan version and the place of a launch that is asked for. Throws `conflict` when there is no such version, process
 * or form, or when the version is published for another place.
 */
export async function launchScope(
  context: Context,
  asked: Omit<Launch, 'id' | 'createdBy'>,
): Promise<LaunchScope> {
  const scope = await knownScope(context, asked);
  const layer = await context.sql.one<{ path: string }>(
    'SELECT o.path FROM bundle b JOIN plan_layer l ON l.id = b.layer_id JOIN org_unit o ON o.id = l.org_unit_id WHERE b.id = ?',
    [scope.bundle.id],
  );
  if (!layer || !scope.path.startsWith(layer.path))
    throw new AppError('conflict', 'This version of the plan is published for another org unit.', {
      bundleId: scope.bundle.id,
    });
  return scope;
}

async function knownScope(context: Context, asked: Omit<Launch, 'id' | 'createdBy'>): Promise<LaunchScope> {
  try {
    return await scopeOf(context, asked);
  } catch (error) {
    // What is not there is named in the body, so the address of the call is not wrong.
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError('conflict', error.message, error.detail);
  }
}

async function summaryOf(context: Context, id: string): Promise<{ launch: LaunchSummary }> {
  const [launch] = await summariseLaunches(
    context,
    await context.sql.all<LaunchRow>('SELECT * FROM launch WHERE id = ?', [id]),
  );
  if (!launch) throw new Error('the launch that was just written is not there');
  return { launch };
}
