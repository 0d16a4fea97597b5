import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { isDuplicate } from '../../persistence/driver-errors.ts';
import { transaction } from '../../persistence/transaction.ts';
import { insertLaunch, type Launch as KnownLaunch, scopeOf } from './launch.ts';
import { type BatchResult, startBatch } from './launch-batch.ts';
import { readRoster } from './launch-roster.ts';

/** Who asks for it is its creator. */
export type Launch = Omit<KnownLaunch, 'createdBy'>;

/** One transaction each; two are on their way at a time, so that rows are made while others are written. */
const classesAtOnce = 20;
const atOnce = 2;

/**
 * Starts a process for everybody of a roster, batch by batch. Whatever ends it (a crash, a lost connection), the same
 * call again goes on: an instance's id follows from launch and pupil, so nobody gets two, not even when two servers
 * do the same launch at once. The pupil is the initiator of the instance; who can not get one is in `launch_failure`,
 * with the reason. Throws `not-found` for an unknown plan version or process, and `conflict` when the id stands for
 * another launch.
 */
export async function launchProcess(context: Context, caller: Caller, asked: Launch): Promise<BatchResult> {
  const launch = { ...asked, createdBy: caller.userId };
  const { bundle, path } = await scopeOf(context, launch);
  await begin(context, caller, launch);
  let after = '';
  let result: BatchResult = { started: 0, alreadyStarted: 0, failed: 0 };
  const running = new Set<Promise<void>>();
  for (;;) {
    const page = await readRoster(context, launch, path, { after, classes: classesAtOnce });
    if (page.after === null) break;
    after = page.after;
    const work = untilDone(() =>
      transaction(context.database, () => startBatch(context, launch, bundle, page.pupils)),
    ).then((batch) => {
      running.delete(work);
      result = {
        started: result.started + batch.started,
        alreadyStarted: result.alreadyStarted + batch.alreadyStarted,
        failed: result.failed + batch.failed,
      };
    });
    running.add(work);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  await transaction(context.database, () =>
    context.sql.run('UPDATE launch SET completed_at = ? WHERE id = ?', [context.now(), launch.id]),
  );
  return result;
}

/** Another server started some of them meanwhile: looks again, and starts the rest. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicate(error instanceof AppError ? error.cause : error)) throw error;
    }
  }
}

async function begin(context: Context, caller: Caller, launch: KnownLaunch): Promise<void> {
  try {
    await transaction(context.database, () => insertLaunch(context, caller, launch));
  } catch (error) {
    if (!isDuplicate(error instanceof AppError ? error.cause : error)) throw error;
    await assertSame(context, launch);
  }
}

/** A launch id stands for one launch: with another process or roster it is refused. */
async function assertSame(context: Context, launch: KnownLaunch): Promise<void> {
  const known = await context.sql.one<{ bundle_id: string; process_key: string; org_unit_id: string }>(
    'SELECT bundle_id, process_key, org_unit_id FROM launch WHERE id = ?',
    [launch.id],
  );
  const same =
    known?.bundle_id === launch.bundleId &&
    known.process_key === launch.processKey &&
    known.org_unit_id === launch.orgUnitId;
  if (!same)
    throw new AppError('conflict', 'There is another launch with this id; make a new id.', { id: launch.id });
}
