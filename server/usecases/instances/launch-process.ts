import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { type Context, today } from '../../context.ts';
import type { StartOrder } from '../../engine-port.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { isDuplicate } from '../../persistence/driver-errors.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';
import { transaction } from '../../persistence/transaction.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { startInstances } from '../engine/execute-command.ts';
import { sealData } from '../records/record-data.ts';
import { startVariables } from '../records/start-variables.ts';

export interface Launch {
  /** Made by whoever asks: asked for again, the launch goes on and starts nothing twice. */
  readonly id: string;
  readonly bundleId: string;
  readonly processKey: string;
  /** The record that every subject is to fill: it lies empty beside the instance from the start. Null: none. */
  readonly formKey: string | null;
  readonly termSlot: number;
  /** The roster: pupils of this entry cohort who are enrolled at or below this org unit today. */
  readonly orgUnitId: string;
  readonly entryCohort: number;
}

export interface LaunchResult {
  /** By this call; pupils who had an instance of this launch already are not counted. */
  readonly started: number;
  readonly alreadyStarted: number;
}

/** One transaction each; two are on their way at a time, so that rows are made while others are written. */
const batchSize = 1_000;
const atOnce = 2;

/**
 * Starts a process for everybody of a roster, batch by batch. Whatever ends it (a crash, a lost connection), the same
 * call again goes on: an instance's id follows from launch and pupil, so nobody gets two, not even when two servers
 * do the same launch at once. The pupil is the initiator of the instance; a pupil without an account is skipped until
 * there is one. Throws `not-found` for an unknown plan version or process.
 */
export async function launchProcess(context: Context, caller: Caller, launch: Launch): Promise<LaunchResult> {
  const bundle = await loadBundle(context, launch.bundleId);
  if (!bundle.processes.has(launch.processKey))
    throw new AppError('not-found', `The plan has no process "${launch.processKey}".`, {
      processKey: launch.processKey,
    });
  const unit = await context.tables.orgUnits.findOne({ id: launch.orgUnitId });
  if (!unit) throw new AppError('not-found', 'There is no such org unit.', { id: launch.orgUnitId });
  await begin(context, caller, launch);
  let after = '';
  let result = { started: 0, alreadyStarted: 0 };
  const running = new Set<Promise<void>>();
  for (;;) {
    const pupils = await readRoster(context, launch, unit.path, after);
    const last = pupils.at(-1);
    if (!last) break;
    after = last.studentId;
    const work = startBatch(context, caller, launch, bundle, pupils).then((started) => {
      running.delete(work);
      result = {
        started: result.started + started,
        alreadyStarted: result.alreadyStarted + pupils.length - started,
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

async function begin(context: Context, caller: Caller, launch: Launch): Promise<void> {
  const { id, bundleId, processKey, formKey, orgUnitId, entryCohort } = launch;
  try {
    await transaction(context.database, async () => {
      await context.sql.insert('launch', [
        {
          id,
          bundle_id: bundleId,
          process_key: processKey,
          form_key: formKey,
          org_unit_id: orgUnitId,
          entry_cohort: entryCohort,
          started: 0,
          created_by: caller.userId,
          created_at: context.now(),
          completed_at: null,
        },
      ]);
      await audit(context, caller, {
        action: 'process.launched',
        objectKind: 'launch',
        objectId: id,
        orgUnitId,
        detail: { bundleId, processKey, entryCohort },
      });
    });
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    if (!isDuplicate(cause)) throw error;
    await assertSame(context, launch);
  }
}

/** A launch id stands for one launch: with another process or roster it is refused. */
async function assertSame(context: Context, launch: Launch): Promise<void> {
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

interface RosterPupil {
  readonly studentId: string;
  readonly userId: string;
  readonly classId: string;
  readonly schoolId: string;
  readonly path: string;
}

function readRoster(
  context: Context,
  { entryCohort }: Launch,
  path: string,
  after: string,
): Promise<RosterPupil[]> {
  const day = today(context);
  return context.sql.all<RosterPupil & object>(
    `SELECT s.id AS studentId, s.user_id AS userId, e.class_id AS classId, e.school_id AS schoolId, c.path
     FROM student s JOIN enrolment e ON e.student_id = s.id AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)
     JOIN org_unit c ON c.id = e.class_id
     WHERE s.id > ? AND s.entry_cohort = ? AND s.user_id IS NOT NULL AND c.path LIKE ? ORDER BY s.id LIMIT ${batchSize}`,
    [day, day, after, entryCohort, `${path}%`],
  );
}

/** Answers how many were started; the others had been before. */
async function startBatch(
  context: Context,
  caller: Caller,
  launch: Launch,
  bundle: PublishedBundle,
  pupils: readonly RosterPupil[],
): Promise<number> {
  const wanted = new Map(pupils.map((pupil) => [instanceIdOf(context, launch, pupil), pupil]));
  for (;;) {
    try {
      return await transaction(context.database, () => startMissing(context, caller, launch, bundle, wanted));
    } catch (error) {
      // Another server started some of them meanwhile: look again, and start the rest.
      if (!isDuplicate(error instanceof AppError ? error.cause : error)) throw error;
    }
  }
}

async function startMissing(
  context: Context,
  caller: Caller,
  launch: Launch,
  bundle: PublishedBundle,
  wanted: ReadonlyMap<string, RosterPupil>,
): Promise<number> {
  const ids = [...wanted.keys()];
  const known = await context.sql.all<{ id: string }>(
    `SELECT id FROM process_instance WHERE id IN (${places(ids)})`,
    ids,
  );
  const done = new Set(known.map(({ id }) => id));
  const missing = [...wanted].filter(([id]) => !done.has(id));
  if (missing.length === 0) return 0;
  const batch = new WriteBatch();
  const orders = missing.map(([instanceId, pupil]) =>
    orderFor(context, batch, { caller, launch, bundle, pupil, instanceId }),
  );
  batch.change('UPDATE launch SET started = started + ? WHERE id = ?', [missing.length, launch.id]);
  await startInstances(context, orders, batch);
  return missing.length;
}

interface OneStart {
  readonly caller: Caller;
  readonly launch: Launch;
  readonly bundle: PublishedBundle;
  readonly pupil: RosterPupil;
  readonly instanceId: string;
}

function orderFor(context: Context, batch: WriteBatch, start: OneStart): StartOrder {
  const { launch, bundle, pupil, instanceId } = start;
  const { studentId, classId, schoolId, path, userId } = pupil;
  const record = recordFor(context, batch, start);
  const process = bundle.manifest.processes.find(({ key }) => key === launch.processKey);
  const variables: Variables = process
    ? startVariables(bundle, process, { initiatorId: userId, submission: record, studentId })
    : {};
  return {
    bundle,
    processKey: launch.processKey,
    instanceId,
    businessKey: record?.id ?? studentId,
    place: { studentId, classId, schoolId, path },
    record,
    variables,
    actor: { userId, name: '' },
  };
}

/** The record to fill, empty: the first step of the flow makes its second revision. */
function recordFor(
  context: Context,
  batch: WriteBatch,
  { caller, launch, bundle, pupil, instanceId }: OneStart,
) {
  const form = launch.formKey === null ? undefined : bundle.forms.get(launch.formKey);
  if (!form) return null;
  const record = { id: context.newId(), formKey: form.key, title: form.name, revision: 1 };
  const now = context.now();
  batch.insert('submission', {
    id: record.id,
    bundle_id: bundle.id,
    form_key: form.key,
    student_id: pupil.studentId,
    school_id: pupil.schoolId,
    class_id: pupil.classId,
    term_slot: launch.termSlot,
    instance_id: instanceId,
    title: record.title,
    state: 'returned',
    revision: 1,
    data: sealData(context, 'submission.data', {}),
    created_by: caller.userId,
    created_at: now,
    updated_at: now,
  });
  return record;
}

/** Follows from launch and pupil, and can not be guessed; in the order of the launches, as new ids are. */
function instanceIdOf(context: Context, { id }: Launch, { studentId }: RosterPupil): string {
  const hash = context.cipher.hash('launch.instance', `${id}/${studentId}`);
  return `${id.slice(0, 13)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
