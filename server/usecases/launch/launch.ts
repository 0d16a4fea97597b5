import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { auditRow } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';

/** A process that is started for everybody of a roster; the roster is read anew each time that it goes on. */
export interface Launch {
  readonly id: string;
  readonly bundleId: string;
  readonly processKey: string;
  /** The record that every subject is to fill: it lies empty beside the instance from the start. Null: none. */
  readonly formKey: string | null;
  readonly termSlot: number;
  readonly orgUnitId: string;
  readonly entryCohort: number;
  readonly createdBy: string;
}

export interface LaunchRow {
  id: string;
  bundle_id: string;
  process_key: string;
  form_key: string | null;
  term_slot: number;
  org_unit_id: string;
  entry_cohort: number;
  started: number;
  created_by: string;
  created_at: number;
  completed_at: number | null;
}

export const launchOf = (row: LaunchRow): Launch => ({
  id: row.id,
  bundleId: row.bundle_id,
  processKey: row.process_key,
  formKey: row.form_key,
  termSlot: Number(row.term_slot),
  orgUnitId: row.org_unit_id,
  entryCohort: Number(row.entry_cohort),
  createdBy: row.created_by,
});

export interface LaunchScope {
  readonly bundle: PublishedBundle;
  /** Path of the org unit of the roster. */
  readonly path: string;
}

/** Throws `not-found` for an unknown plan version, process, form or org unit. */
export async function scopeOf(
  context: Context,
  launch: Omit<Launch, 'id' | 'createdBy'>,
): Promise<LaunchScope> {
  const bundle = await loadBundle(context, launch.bundleId);
  const { processKey, formKey } = launch;
  if (!bundle.processes.has(processKey))
    throw new AppError('not-found', `The plan has no process "${processKey}".`, { processKey });
  if (formKey !== null && !bundle.forms.has(formKey))
    throw new AppError('not-found', `The plan has no form "${formKey}".`, { formKey });
  const unit = await context.tables.orgUnits.findOne({ id: launch.orgUnitId });
  if (!unit) throw new AppError('not-found', 'There is no such org unit.', { id: launch.orgUnitId });
  return { bundle, path: unit.path };
}

/** Writes a new launch and its line in the audit log, in the current transaction. */
export async function insertLaunch(context: Context, caller: Caller, launch: Launch): Promise<void> {
  const { id, bundleId, processKey, formKey, termSlot, orgUnitId, entryCohort } = launch;
  await context.sql.insert('launch', [
    {
      id,
      bundle_id: bundleId,
      process_key: processKey,
      form_key: formKey,
      term_slot: termSlot,
      org_unit_id: orgUnitId,
      entry_cohort: entryCohort,
      started: 0,
      created_by: launch.createdBy,
      created_at: context.now(),
      completed_at: null,
    },
  ]);
  await context.sql.insert('audit', [
    auditRow(context, caller, {
      action: 'process.launched',
      objectKind: 'launch',
      objectId: id,
      orgUnitId,
      detail: { bundleId, processKey, entryCohort },
    }),
  ]);
}
