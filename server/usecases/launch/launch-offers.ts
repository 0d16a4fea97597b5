import type { listLaunchOffers as contract, LaunchOffer } from '@oneplan/runtime/contracts/api/launches.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import { type Context, today } from '../../context.ts';
import { inForce, loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';

interface BindingRow {
  org_unit_id: string;
  stage: string;
  entry_cohort: number;
  bundle_id: string;
}

/** The plan version that governs the org unit for each cohort, newest cohort first, and what of it can be started. */
export async function listLaunchOffers(
  context: Context,
  orgUnitId: string,
): Promise<z.input<typeof contract.response>> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  if (!unit) throw new AppError('not-found', 'There is no org unit with this id.', { id: orgUnitId });
  const line = unit.path.split('/').filter((id) => id !== '');
  const bindings = await context.sql.all<BindingRow>(
    `SELECT org_unit_id, stage, entry_cohort, bundle_id FROM bundle_binding
     WHERE ${inForce} AND org_unit_id IN (${places(line)}) ORDER BY entry_cohort DESC, stage`,
    [context.now(), context.now(), ...line],
  );
  const nearest = new Map<string, BindingRow>();
  for (const row of bindings) {
    const cohort = `${row.stage} ${row.entry_cohort}`;
    const known = nearest.get(cohort);
    if (!known || line.indexOf(row.org_unit_id) > line.indexOf(known.org_unit_id)) nearest.set(cohort, row);
  }
  const items: LaunchOffer[] = [];
  for (const row of nearest.values()) {
    if (unit.entryCohort !== null && unit.entryCohort !== Number(row.entry_cohort)) continue;
    items.push(await offerOf(context, row, line));
  }
  return { items: items.filter(({ processes }) => processes.length > 0) };
}

async function offerOf(context: Context, row: BindingRow, line: readonly string[]): Promise<LaunchOffer> {
  const bundle = await loadBundle(context, row.bundle_id);
  const publisher = await context.tables.orgUnits.findOne({ id: row.org_unit_id });
  return {
    bundleId: bundle.id,
    bundleVersion: bundle.version,
    planName: bundle.manifest.name,
    publishedFor: publisher?.name ?? '',
    entryCohort: Number(row.entry_cohort),
    termSlots: bundle.manifest.termSlots.map(({ slot, name }) => ({ slot, name })),
    currentSlot: await currentSlot(context, row, line),
    processes: processesOf(bundle),
  };
}

/** A roster is one of pupils, so a process about a class or a school is none of these. */
function processesOf({ manifest, processes }: PublishedBundle): LaunchOffer['processes'] {
  return manifest.processes
    .filter(({ key, subject }) => subject === 'student' && processes.has(key))
    .map(({ key, name }) => ({
      key,
      name,
      forms: manifest.records
        .filter(({ process }) => process === key)
        .map(({ form }) => ({
          key: form,
          name: manifest.forms.find((candidate) => candidate.key === form)?.name ?? form,
        })),
    }));
}

async function currentSlot(
  context: Context,
  { stage, entry_cohort: cohort }: BindingRow,
  line: readonly string[],
): Promise<number | null> {
  const row = await context.sql.one<{ slot: number }>(
    `SELECT s.slot FROM term t JOIN term_slot s ON s.term_id = t.id
     WHERE t.org_unit_id IN (${places(line)}) AND t.starts_on <= ? AND s.stage = ? AND s.entry_cohort = ?
     ORDER BY t.starts_on DESC LIMIT 1`,
    [...line, today(context), stage, cohort],
  );
  return row === null ? null : Number(row.slot);
}
