import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import { masterDataVersion, masterDataVersionQuery } from '../master-data.ts';
import { places, query, type SqlStatement } from '../sql-statement.ts';
import { placeOf, type StudentUnits, unitsUnder } from '../subject-units.ts';
import type { WriteBatch } from '../write-batch.ts';
import type { RecordRef, SubjectPlace, UnitPlace } from './instance-scope.ts';

/** A process instance as the engine needs it, with its row locked until the transaction ends. */
export interface LockedInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly bundleId: string;
  readonly processKey: string;
  readonly tenantId: string;
  readonly businessKey: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly startedBy: string | null;
  readonly state: InstanceState;
  readonly revision: number;
  readonly status: string;
  readonly suspended: boolean;
  /** The record that it carries; null when there is none. */
  readonly record: RecordRef | null;
  /** Where the pupil stands that it is about, today or at last. */
  readonly place: SubjectPlace | null;
  /** The org unit that it is about, when it is about one. */
  readonly unit?: UnitPlace | null;
}

interface Row {
  id: string;
  definition_id: string;
  bundle_id: string;
  process_key: string;
  tenant_id: string;
  business_key: string | null;
  subject_kind: string;
  subject_id: string;
  started_by: string | null;
  state: string;
  revision: number;
  status: string;
  suspended: number | boolean;
}
interface RecordRow {
  id: string;
  instance_id: string;
  form_key: string;
  title: string;
  revision: number;
}

export interface LockedInstances {
  readonly instances: ReadonlyMap<string, LockedInstance>;
  /** What the caller's queries found, under the locks. */
  readonly found: Record<string, unknown>[][];
}

/**
 * Locks instance rows, always the first locks of a command, in the order of their ids: so that commands on one instance
 * go one after the other, and commands on several never wait for each other in a circle. What the engine needs beside
 * the rows, and what `queries` ask for, is read in the same round trip, after the locks are held.
 */
export async function lockInstances(
  context: Context,
  ids: readonly string[],
  queries: readonly SqlStatement[] = [],
): Promise<LockedInstances> {
  if (ids.length === 0) return { instances: new Map(), found: [] };
  const unique = [...new Set(ids)];
  const among = unique.length === 1 ? '= ?' : `IN (${places(unique)})`;
  const [instances = [], records = [], version, ...found] = (await context.sql.batch([
    query(
      `SELECT id, definition_id, bundle_id, process_key, tenant_id, business_key, subject_kind, subject_id, started_by, state,
         revision, status, suspended
       FROM process_instance WHERE id ${among} ORDER BY id ${context.sql.forUpdate}`,
      unique,
    ),
    query(
      `SELECT id, instance_id, form_key, title, revision FROM submission WHERE instance_id ${among}`,
      unique,
    ),
    masterDataVersionQuery,
    ...queries,
  ])) as [Row[], RecordRow[], unknown[], ...Record<string, unknown>[][]];
  const recordOf = new Map(records.map((row) => [row.instance_id, row]));
  const subjects = instances.flatMap((row) => (row.subject_kind === 'student' ? row.subject_id : []));
  const units = await unitsUnder(context, masterDataVersion(version), subjects);
  const orgUnits = await orgUnitsOf(context, instances);
  return {
    instances: new Map(
      instances.map((row) => [
        row.id,
        {
          ...lockedInstance(row, recordOf.get(row.id), units.get(row.subject_id)),
          unit: orgUnits.get(row.subject_id) ?? null,
        },
      ]),
    ),
    found,
  };
}

/** The org units that instances are about, by id; few are, so that others cost nothing. */
async function orgUnitsOf(
  context: Context,
  instances: readonly Row[],
): Promise<ReadonlyMap<string, UnitPlace>> {
  const ids = instances.flatMap((row) => (row.subject_kind === 'org-unit' ? row.subject_id : []));
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<UnitPlace>(
    `SELECT id, path FROM org_unit WHERE id IN (${places(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks one instance; null: there is none with this id. */
export async function lockInstance(context: Context, id: string): Promise<LockedInstance | null> {
  return (await lockInstances(context, [id])).instances.get(id) ?? null;
}

function lockedInstance(
  row: Row,
  record: RecordRow | undefined,
  units: StudentUnits | undefined,
): LockedInstance {
  return {
    id: row.id,
    definitionId: row.definition_id,
    bundleId: row.bundle_id,
    processKey: row.process_key,
    tenantId: row.tenant_id,
    businessKey: row.business_key,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    startedBy: row.started_by,
    state: JSON.parse(row.state) as InstanceState,
    revision: Number(row.revision),
    status: row.status,
    suspended: Boolean(row.suspended),
    record: record
      ? { id: record.id, formKey: record.form_key, title: record.title, revision: Number(record.revision) }
      : null,
    place: units ? placeOf(units) : null,
  };
}

/** Writes the next state; the revision guards against a writer that held no lock. `steps`: commands that it took. */
export function saveInstance(
  context: Context,
  batch: WriteBatch,
  instance: LockedInstance,
  state: InstanceState,
  steps: number,
): void {
  const ended = state.e ?? null;
  batch.update(
    'process_instance',
    instance.id,
    {
      state: JSON.stringify(state),
      revision: instance.revision + steps,
      status: ended ?? 'active',
      ended_at: ended ? context.now() : null,
    },
    instance.revision,
  );
}
