import { compileDecisions } from '@oneplan/runtime/decisions/compile-decisions.ts';
import { deployable } from '@oneplan/runtime/model/deployable.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import type { Context } from '../../context.ts';
import type { BundleRow } from '../../persistence/tables.ts';
import { type NewDefinition, registerStarts } from '../engine/register-starts.ts';

/**
 * Writes a version with its manifest, forms, decisions and compiled flows, in the current transaction. These rows are only ever
 * inserted: nothing in the server updates or deletes them.
 */
export async function storeBundle(
  context: Context,
  bundle: BundleRow,
  content: BundleContent,
  from: number = context.now(),
): Promise<void> {
  const { tables, newId } = context;
  const { manifest, forms, processes, scenarios } = content;
  const bundleId = bundle.id;
  await tables.bundles.insert(bundle);
  await tables.bundleManifests.insert({
    bundleId,
    content: JSON.stringify(manifest),
    scenarios: scenarios ? JSON.stringify(scenarios) : null,
  });
  await tables.forms.insert(
    ...manifest.forms.map(({ key, name }) => ({
      bundleId,
      formKey: key,
      name,
      definition: JSON.stringify(forms[key]),
    })),
  );
  const superseded = await definitionsOfLayer(context, bundle);
  const started: NewDefinition[] = [];
  const lastVersions = await lastProcessVersions(
    context,
    manifest.processes.map(({ key }) => key),
  );
  for (const { key, name } of manifest.processes) {
    const xml = processes[key]?.xml ?? '';
    const graph = await compile(xml, key);
    const id = newId();
    started.push({ id, tenantId: bundle.tenantId, graph });
    await tables.processDefinitions.insert({
      id,
      bundleId,
      processKey: key,
      version: (lastVersions.get(key) ?? 0) + 1,
      name,
      xml,
      graph: JSON.stringify(graph),
      suspended: false,
      tenantId: bundle.tenantId,
      versionTag: graph.versionTag ?? null,
      resourceName: null,
    });
  }
  await storeDecisions(context, bundleId, content);
  if (from <= context.now()) await registerStarts(context, manifest, started, superseded);
  else await announceBeginning(context, bundleId, from);
}

/** Until the version begins, messages, signals and timers start what they started before. */
async function announceBeginning(
  { sql, newId, now }: Context,
  bundleId: string,
  from: number,
): Promise<void> {
  await sql.insert('outbox', [
    {
      id: newId(),
      kind: 'version-begins',
      payload: JSON.stringify({ bundleId }),
      created_at: now(),
      due_at: from,
      attempts: 0,
    },
  ]);
}

/** Each decision of a file has a row, as business rule tasks and decisions find each other by key. */
async function storeDecisions(
  context: Context,
  bundleId: string,
  { manifest, decisions: files = {} }: BundleContent,
): Promise<void> {
  for (const { key: listed, file } of manifest.decisions ?? []) {
    const xml = files[listed]?.xml ?? '';
    for (const { key } of (await compileDecisions(xml)).decisions) {
      const last = await context.sql.one<{ version: number | null }>(
        'SELECT MAX(version) AS version FROM decision_definition WHERE decision_key = ?',
        [key],
      );
      await context.tables.decisionDefinitions.insert({
        id: context.newId(),
        bundleId,
        decisionKey: key,
        version: Number(last?.version ?? 0) + 1,
        name: file,
        xml,
      });
    }
  }
}

/** What the layer has published beside it: new instances start on the new version alone. */
export async function definitionsOfLayer(
  { sql }: Context,
  { id, layerId }: Pick<BundleRow, 'id' | 'layerId'>,
): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    'SELECT d.id FROM bundle b JOIN process_definition d ON d.bundle_id = b.id WHERE b.layer_id = ? AND b.id <> ?',
    [layerId, id],
  );
  return rows.map((row) => row.id);
}

/** The content was checked: a flow that is not there now is a fault of ours. */
async function compile(xml: string, processKey: string): Promise<ProcessGraph> {
  const graph = (await deployable(xml)).graphs.find(({ id }) => id === processKey);
  if (!graph) throw new Error(`the checked plan has no executable process ${processKey}`);
  return graph;
}

async function lastProcessVersions(
  { sql }: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.all<{ process_key: string; version: number }>(
    `SELECT process_key, MAX(version) AS version FROM process_definition
     WHERE process_key IN (${keys.map(() => '?').join(',')}) GROUP BY process_key`,
    keys,
  );
  return new Map(rows.map(({ process_key, version }) => [process_key, Number(version)]));
}
