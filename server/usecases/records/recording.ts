import type { RecordForm } from '@oneplan/runtime/contracts/api/records.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanRecord } from '@oneplan/runtime/plan/manifest.ts';
import { type Context, today } from '../../context.ts';
import { findBundleFor, loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { type StudentUnits, studentUnits } from '../../persistence/subject-units.ts';

/** Under which plan, and in which term slot, a pupil's new records are made today. */
export interface Recording {
  readonly units: StudentUnits;
  readonly bundle: PublishedBundle;
  readonly termSlot: number;
  readonly termName: string;
  readonly frozen: boolean;
}

/**
 * Throws `plan-not-published` when no version is bound to the pupil's cohort, and `conflict` when the calendar has
 * no term slot for it.
 */
export async function recordingFor(context: Context, studentId: string): Promise<Recording> {
  const units = await studentUnits(context, studentId);
  const bundleId = await findBundleFor(context, {
    orgUnitPath: units.path,
    stage: units.stage,
    entryCohort: units.entryCohort,
  });
  if (!bundleId) {
    throw new AppError(
      'plan-not-published',
      `No plan is published yet for pupils who entered in ${units.entryCohort}; ask your district.`,
      {
        entryCohort: units.entryCohort,
      },
    );
  }
  const bundle = await loadBundle(context, bundleId);
  const slot = await currentSlot(context, units);
  const planned = bundle.manifest.termSlots.find((candidate) => candidate.slot === slot.slot);
  return {
    units,
    bundle,
    termSlot: slot.slot,
    termName: planned?.name ?? slot.name,
    frozen: await isFrozen(context, studentId),
  };
}

async function currentSlot(context: Context, units: StudentUnits): Promise<{ slot: number; name: string }> {
  const day = today(context);
  const places = units.line.map(() => '?').join(',');
  const row = await context.sql.one<{ slot: number; name: string }>(
    `SELECT s.slot, s.name FROM term t JOIN term_slot s ON s.term_id = t.id
     WHERE t.org_unit_id IN (${places}) AND t.starts_on <= ? AND s.stage = ? AND s.entry_cohort = ? ORDER BY t.starts_on DESC LIMIT 1`,
    [...units.line.map((unit) => unit.id), day, units.stage, units.entryCohort],
  );
  if (!row) {
    throw new AppError(
      'conflict',
      `The calendar has no term for pupils who entered in ${units.entryCohort}; ask your administrator to add it.`,
      {
        entryCohort: units.entryCohort,
      },
    );
  }
  return { slot: Number(row.slot), name: row.name };
}

async function isFrozen(context: Context, studentId: string): Promise<boolean> {
  const day = today(context);
  const row = await context.sql.one(
    'SELECT id FROM freeze WHERE student_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)',
    [studentId, day, day],
  );
  return row !== null;
}

/** The forms that may be recorded under the plan, with what is used of the cap in this term slot. */
export async function recordForms(context: Context, recording: Recording): Promise<RecordForm[]> {
  const { manifest } = recording.bundle;
  const used = await usedByForm(context, recording);
  return manifest.records.flatMap((record) => {
    const form = manifest.forms.find((candidate) => candidate.key === record.form);
    if (!form) return [];
    const part = manifest.parts.find((candidate) => candidate.key === form.part);
    const cap = capOf(recording, record);
    const inPart = manifest.forms
      .filter((other) => other.part === form.part)
      .reduce((sum, other) => sum + (used.get(other.key) ?? 0), 0);
    return [
      {
        formKey: form.key,
        name: form.name,
        description: form.description ?? '',
        part: part?.name ?? '',
        dimension: dimensionName(recording.bundle, form.key),
        used: inPart,
        cap,
        closed: recording.frozen ? 'frozen' : cap !== null && inPart >= cap ? 'cap-reached' : null,
      } satisfies RecordForm,
    ];
  });
}

export function dimensionName(bundle: PublishedBundle, formKey: string): string {
  const form = bundle.manifest.forms.find((candidate) => candidate.key === formKey);
  return (
    bundle.manifest.dimensions.find((candidate) => candidate.key === form?.dimension)?.name ??
    form?.name ??
    ''
  );
}

/** Most records of a pupil in a term slot over all forms of the part (5: against the hunt for certificates). */
function capOf(recording: Recording, record: PlanRecord): number | null {
  const { manifest } = recording.bundle;
  const form = manifest.forms.find((candidate) => candidate.key === record.form);
  const part = manifest.parts.find((candidate) => candidate.key === form?.part);
  const parameter = manifest.parameters.find((candidate) => candidate.key === part?.recordCap);
  return typeof parameter?.value === 'number' ? parameter.value : null;
}

async function usedByForm(context: Context, recording: Recording): Promise<Map<string, number>> {
  const rows = await context.sql.all<{ form_key: string; used: number }>(
    "SELECT form_key, COUNT(*) AS used FROM submission WHERE student_id = ? AND term_slot = ? AND state <> 'withdrawn' GROUP BY form_key",
    [recording.units.studentId, recording.termSlot],
  );
  return new Map(rows.map((row) => [row.form_key, Number(row.used)]));
}
