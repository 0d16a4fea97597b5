import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { StartOrder } from '../../engine-port.ts';
import type { RecordRef } from '../../persistence/engine/instance-scope.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { engineOf } from '../engine/engine.ts';
import { memberVariables } from '../records/member-variables.ts';
import { sealData } from '../records/record-data.ts';
import { startVariables } from '../records/start-variables.ts';
import type { Launch } from './launch.ts';
import { type Hindrance, hindrancesOf, type RosterPupil } from './launch-roster.ts';

export interface BatchResult {
  readonly started: number;
  readonly alreadyStarted: number;
  readonly failed: number;
}

interface OneStart {
  readonly pupil: RosterPupil;
  readonly order: StartOrder;
  /** Columns of the record to fill; null: the launch has none. */
  readonly recordRow: Record<string, string | number> | null;
}

/**
 * Starts the instances of these pupils that are missing, in the current transaction, and keeps for each of the others
 * why there is none. One that can not start stops no other.
 */
export async function startBatch(
  context: Context,
  launch: Launch,
  bundle: PublishedBundle,
  pupils: readonly RosterPupil[],
): Promise<BatchResult> {
  const wanted = new Map(pupils.map((pupil) => [instanceIdOf(context, launch, pupil), pupil]));
  const ids = [...wanted.keys()];
  const known = await context.sql.all<{ id: string }>(
    `SELECT id FROM process_instance WHERE id IN (${places(ids)}) UNION ALL SELECT id FROM history_instance WHERE id IN (${places(ids)})`,
    [...ids, ...ids],
  );
  for (const { id } of known) wanted.delete(id);
  const failures = new Map(await hindrancesOf(context, launch, bundle, [...wanted.values()]));
  const members = await membersByPath(context, launch, bundle, pupils);
  const starts = [...wanted].flatMap(([instanceId, pupil]) =>
    failures.has(pupil.studentId)
      ? []
      : startOf(context, { launch, bundle, pupil, instanceId, members: members.get(pupil.path) ?? {} }),
  );
  const batch = new WriteBatch();
  const outcomes = await engineOf(context).start(
    context,
    batch,
    starts.map(({ order }) => order),
  );
  let started = 0;
  for (const [index, { pupil, recordRow }] of starts.entries()) {
    const error = outcomes[index]?.error;
    if (error !== undefined) {
      failures.set(pupil.studentId, hindranceOf(error));
      continue;
    }
    started++;
    if (recordRow) batch.insert('submission', recordRow);
  }
  writeFailures(context, batch, launch, pupils, failures);
  if (started > 0) batch.change('UPDATE launch SET started = started + ? WHERE id = ?', [started, launch.id]);
  await batch.flush(context.sql);
  return { started, alreadyStarted: known.length, failed: failures.size };
}

/** What went wrong for this pupil alone; the loss of a connection and the like are everybody's and thrown. */
function hindranceOf(error: unknown): Hindrance {
  if (!(error instanceof AppError) && !(error instanceof EngineError)) throw error;
  return { reason: error.code, message: Array.from(error.message).slice(0, 500).join('') };
}

function writeFailures(
  context: Context,
  batch: WriteBatch,
  { id }: Launch,
  pupils: readonly RosterPupil[],
  failures: ReadonlyMap<string, Hindrance>,
): void {
  const students = pupils.map(({ studentId }) => studentId);
  batch.delete('launch_failure', { launch_id: id, student_id: students });
  for (const [studentId, { reason, message }] of failures)
    batch.insert('launch_failure', {
      launch_id: id,
      student_id: studentId,
      reason,
      message,
      at: context.now(),
    });
}

interface Place {
  readonly launch: Launch;
  readonly bundle: PublishedBundle;
  readonly pupil: RosterPupil;
  readonly instanceId: string;
  /** Variables that list people of the pupil's class and the units above. */
  readonly members: Variables;
}

/** Once a class, not once a pupil. */
async function membersByPath(
  context: Context,
  { processKey }: Launch,
  bundle: PublishedBundle,
  pupils: readonly RosterPupil[],
): Promise<ReadonlyMap<string, Variables>> {
  const process = bundle.manifest.processes.find(({ key }) => key === processKey);
  const found = new Map<string, Variables>();
  if (!process?.variables.some(({ source }) => source.from === 'members')) return found;
  for (const path of new Set(pupils.map((pupil) => pupil.path)))
    found.set(path, await memberVariables(context, process, path));
  return found;
}

function startOf(context: Context, place: Place): OneStart {
  const { launch, bundle, pupil, instanceId } = place;
  const { studentId, classId, schoolId, path } = pupil;
  const userId = pupil.userId ?? '';
  const record = recordFor(context, place);
  const process = bundle.manifest.processes.find(({ key }) => key === launch.processKey);
  const variables: Variables = process
    ? {
        ...startVariables(bundle, process, {
          initiatorId: userId,
          submission: record?.ref ?? null,
          studentId,
        }),
        ...place.members,
      }
    : {};
  const order: StartOrder = {
    bundle,
    processKey: launch.processKey,
    instanceId,
    businessKey: record?.ref.id ?? studentId,
    place: { studentId, classId, schoolId, path },
    record: record?.ref ?? null,
    variables,
    actor: { userId, name: '' },
  };
  return { pupil, order, recordRow: record?.row ?? null };
}

/** The record to fill, empty: the first step of the flow makes its second revision. */
function recordFor(
  context: Context,
  { launch, bundle, pupil, instanceId }: Place,
): { readonly ref: RecordRef; readonly row: Record<string, string | number> } | null {
  const form = launch.formKey === null ? undefined : bundle.forms.get(launch.formKey);
  if (!form) return null;
  const ref = { id: context.newId(), formKey: form.key, title: form.name, revision: 1 };
  const now = context.now();
  const row = {
    id: ref.id,
    bundle_id: bundle.id,
    form_key: form.key,
    student_id: pupil.studentId,
    school_id: pupil.schoolId,
    class_id: pupil.classId,
    term_slot: launch.termSlot,
    instance_id: instanceId,
    title: ref.title,
    state: 'returned',
    revision: 1,
    data: sealData(context, 'submission.data', {}),
    created_by: launch.createdBy,
    created_at: now,
    updated_at: now,
  };
  return { ref, row };
}

/** Follows from launch and pupil, and can not be guessed; in the order of the launches, as new ids are. */
function instanceIdOf(context: Context, { id }: Launch, { studentId }: RosterPupil): string {
  const hash = context.cipher.hash('launch.instance', `${id}/${studentId}`);
  return `${id.slice(0, 13)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
