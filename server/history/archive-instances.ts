import { addDuration, parseDuration } from '@oneplan/runtime/model/iso8601.ts';
import type { Context } from '../context.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import { keeps } from './history-level.ts';
import { type HistoryRow, type HistoryTable, historyTables, packHistory } from './packed-history.ts';

const batch = 100;

export interface Archiving {
  /** Instances that ended before this instant (ms) are moved. */
  readonly endedBefore: number;
  /** Stops between two batches. */
  readonly stopping?: () => boolean;
}

/**
 * Moves finished instances out of the tables that the engine works on, into one compressed row each, in batches: one
 * transaction each, so that an instance is always in exactly one of both places, whatever is killed. Several servers
 * may do so at once. Answers how many were moved.
 */
export async function archiveInstances(context: Context, archiving: Archiving): Promise<number> {
  let moved = 0;
  for (;;) {
    if (archiving.stopping?.()) return moved;
    const count = await archiveBatch(context, archiving.endedBefore);
    moved += count;
    if (count === 0) return moved;
  }
}

async function archiveBatch(context: Context, endedBefore: number): Promise<number> {
  const { sql } = context;
  return transaction(context.database, async () => {
    const instances = await sql.all<HistoryRow>(
      `SELECT * FROM process_instance WHERE ended_at IS NOT NULL AND ended_at < ? ORDER BY ended_at LIMIT ${batch} ${sql.skipLocked}`,
      [endedBefore],
    );
    if (instances.length === 0) return 0;
    const ids = instances.map(({ id }) => String(id));
    const among = `(${ids.map(() => '?').join(',')})`;
    const rows = new Map<HistoryTable, Map<string, HistoryRow[]>>();
    for (const table of historyTables) {
      const found = await sql.all<HistoryRow>(`SELECT * FROM ${table} WHERE instance_id IN ${among}`, ids);
      rows.set(table, groupedByInstance(found));
    }
    if (context.historyLevel !== 'none') await insertArchived(context, instances, rows);
    for (const table of [...historyTables, 'incident', 'subscription'])
      await sql.run(`DELETE FROM ${table} WHERE instance_id IN ${among}`, ids);
    await sql.run(`DELETE FROM process_instance WHERE id IN ${among}`, ids);
    return instances.length;
  });
}

async function insertArchived(
  context: Context,
  instances: readonly HistoryRow[],
  rows: ReadonlyMap<HistoryTable, ReadonlyMap<string, HistoryRow[]>>,
): Promise<void> {
  const archived = [];
  const tasks = [];
  for (const instance of instances) {
    const id = String(instance.id);
    const of = (table: HistoryTable) => rows.get(table)?.get(id) ?? [];
    // What is not worth keeping at this level: without the state nobody reads last values of variables.
    const { state, ...withoutState } = instance;
    const content = packHistory(context.cipher, {
      instance: keeps(context.historyLevel, 'audit')
        ? { ...withoutState, state: state ?? null }
        : withoutState,
      tables: {
        activity: of('activity').sort((a, b) => Number(a.activity) - Number(b.activity)),
        task: of('task'),
        variable_change: of('variable_change'),
        task_comment: of('task_comment'),
      },
    });
    archived.push({
      id,
      definition_id: text(instance.definition_id),
      bundle_id: text(instance.bundle_id),
      process_key: text(instance.process_key),
      business_key: instance.business_key ?? null,
      subject_kind: text(instance.subject_kind),
      subject_id: text(instance.subject_id),
      tenant_id: text(instance.tenant_id),
      status: text(instance.status),
      started_at: Number(instance.started_at),
      ended_at: Number(instance.ended_at),
      start_element: startElement(of('activity')),
      remove_at: await removalTime(context, instance),
      content,
    });
    for (const task of of('task')) tasks.push({ id: text(task.id), instance_id: id });
  }
  await context.sql.insert('history_instance', archived);
  await context.sql.insert('history_task', tasks);
}

/** The first activity of the process itself. */
function startElement(activities: readonly HistoryRow[]): string | null {
  const outermost = activities.filter(({ parent }) => parent === null);
  const [first] = outermost.sort((a, b) => Number(a.activity) - Number(b.activity));
  return first === undefined ? null : text(first.element_id);
}

/** By historyTimeToLive of the process: a number of days, or `P180D`. Null: kept for ever. */
async function removalTime(context: Context, instance: HistoryRow): Promise<number | null> {
  const definition = await findDefinition(context, text(instance.definition_id));
  const written = definition?.process.graph.historyTimeToLive;
  if (written === undefined) return null;
  const duration = parseDuration(/^\d+$/.test(written) ? `P${written}D` : written);
  return duration ? addDuration(Number(instance.ended_at), duration) : null;
}

function groupedByInstance(rows: readonly HistoryRow[]): Map<string, HistoryRow[]> {
  const found = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const id = String(row.instance_id);
    const known = found.get(id);
    if (known) known.push(row);
    else found.set(id, [row]);
  }
  return found;
}

const text = (value: unknown) => String(value ?? '');
