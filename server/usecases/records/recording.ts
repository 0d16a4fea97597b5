import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type Context, today } from '../../context.ts';
import {
  KeptUnderVersion,
  masterDataVersion,
  masterDataVersionQuery,
} from '../../persistence/master-data.ts';
import { findBundleFor, loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';
import { type StudentUnits, unitsUnder } from '../../persistence/subject-units.ts';

/** Under which plan, and in which term slot, a pupil's new records are made today. */
export interface Recording {
  readonly units: StudentUnits;
  readonly bundle: PublishedBundle;
  readonly termSlot: number;
  readonly termName: string;
  readonly frozen: boolean;
  /** Records of this term slot that count against a cap, by form. */
  readonly used: ReadonlyMap<string, number>;
}

/**
 * Throws `plan-not-published` when no version is bound to the pupil's cohort, and `conflict` when the calendar has
 * no term slot for it, or when the pupil is enrolled nowhere.
 */
export async function recordingFor(context: Context, studentId: string): Promise<Recording> {
  const found = await context.sql.batch([masterDataVersionQuery, ...recordingQueries(context, [studentId])]);
  const recording = (await recordings(context, [studentId], found)).get(studentId);
  if (recording instanceof AppError) throw recording;
  if (!recording) throw unknownPupil(studentId);
  return recording;
}

/** What `recordings` needs of these pupils beside the master data. */
export function recordingQueries(context: Context, studentIds: readonly string[]): SqlStatement[] {
  const day = today(context);
  const among = places(studentIds);
  return [
    query(
      `SELECT student_id FROM freeze WHERE student_id IN (${among}) AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)`,
      [...studentIds, day, day],
    ),
    query(
      `SELECT student_id, term_slot, form_key, COUNT(*) AS used FROM submission
       WHERE student_id IN (${among}) AND state <> 'withdrawn' GROUP BY student_id, term_slot, form_key`,
      studentIds,
    ),
  ];
}

/**
 * The recordings of several pupils; for one that can not record, the error that says why. `found` is the answer to the
 * version of the master data and `recordingQueries`, in this order.
 */
export async function recordings(
  context: Context,
  studentIds: readonly string[],
  [versionRows, freezes, usedRows]: readonly unknown[],
): Promise<ReadonlyMap<string, Recording | AppError>> {
  const version = masterDataVersion(versionRows);
  const units = await unitsUnder(context, version, studentIds);
  const frozen = new Set((freezes as { student_id: string }[]).map(({ student_id }) => student_id));
  const result = new Map<string, Recording | AppError>();
  for (const id of studentIds) {
    const place = units.get(id);
    if (!place) result.set(id, unknownPupil(id));
    else if (!place.enrolled) result.set(id, enrolledNowhere(place));
    else {
      const governed = await governedBy(context, version, place);
      if (governed instanceof AppError) result.set(id, governed);
      else {
        const bundle = await loadBundle(context, governed.bundleId);
        const planned = bundle.manifest.termSlots.find(({ slot }) => slot === governed.slot);
        result.set(id, {
          units: place,
          bundle,
          termSlot: governed.slot,
          termName: planned?.name ?? governed.slotName,
          frozen: frozen.has(id),
          used: usedIn(governed.slot, id, usedRows as UsedRow[]),
        });
      }
    }
  }
  return result;
}

interface UsedRow {
  student_id: string;
  term_slot: number;
  form_key: string;
  used: number;
}

const usedIn = (slot: number, studentId: string, rows: readonly UsedRow[]) =>
  new Map(
    rows
      .filter((row) => row.student_id === studentId && Number(row.term_slot) === slot)
      .map((row) => [row.form_key, Number(row.used)]),
  );

/** The bundle and the term slot of everybody of a cohort in a class. */
interface Governed {
  readonly bundleId: string;
  readonly slot: number;
  readonly slotName: string;
}

const mostGoverned = 20_000;
const governed = new KeptUnderVersion<Governed>(mostGoverned);

async function governedBy(
  context: Context,
  version: number,
  units: StudentUnits,
): Promise<Governed | AppError> {
  const kept = governed.at(context.database, version, today(context), context.now());
  const key = `${units.path} ${units.stage} ${units.entryCohort}`;
  const known = kept.get(key);
  if (known) return known;
  const bundleId = await findBundleFor(context, {
    orgUnitPath: units.path,
    stage: units.stage,
    entryCohort: units.entryCohort,
  });
  const { entryCohort } = units;
  if (!bundleId)
    return new AppError(
      'plan-not-published',
      `No plan is published yet for pupils who entered in ${entryCohort}; ask your district.`,
      { entryCohort },
    );
  const slot = await currentSlot(context, units);
  if (!slot)
    return new AppError(
      'conflict',
      `The calendar has no term for pupils who entered in ${entryCohort}; ask your administrator to add it.`,
      { entryCohort },
    );
  const value = { bundleId, slot: Number(slot.slot), slotName: slot.name };
  kept.keep(version, key, value);
  return value;
}

function currentSlot(context: Context, units: StudentUnits): Promise<{ slot: number; name: string } | null> {
  return context.sql.one<{ slot: number; name: string }>(
    `SELECT s.slot, s.name FROM term t JOIN term_slot s ON s.term_id = t.id
     WHERE t.org_unit_id IN (${places(units.line)}) AND t.starts_on <= ? AND s.stage = ? AND s.entry_cohort = ? ORDER BY t.starts_on DESC LIMIT 1`,
    [...units.line.map((unit) => unit.id), today(context), units.stage, units.entryCohort],
  );
}

const unknownPupil = (studentId: string) =>
  new AppError('not-found', 'There is no pupil with this id who was ever enrolled.', {
    kind: 'student',
    id: studentId,
  });

const enrolledNowhere = ({ studentId, studentName }: StudentUnits) =>
  new AppError(
    'conflict',
    `${studentName} is enrolled in no class today; ask the school to complete the roster.`,
    { studentId },
  );
