import { compileDecisions } from '@oneplan/runtime/decisions/compile-decisions.ts';
import { deployable } from '@oneplan/runtime/model/deployable.ts';
import type { Finding } from '@oneplan/runtime/model/finding.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';
import { type NewDefinition, registerStarts } from '../engine/register-starts.ts';
import { emptyManifest } from './empty-manifest.ts';

/** A BPMN or DMN file; its name tells which. */
export interface DeployedFile {
  readonly name: string;
  readonly content: string;
}

export interface Deployment {
  readonly name: string | null;
  readonly source: string | null;
  readonly tenantId: string;
  readonly files: readonly DeployedFile[];
  /** Nothing new is deployed when the last deployment of this name has just these files. */
  readonly filterDuplicates: boolean;
  /** Files that the last deployment of this name has unchanged are left out. */
  readonly changedOnly: boolean;
}

export interface DeploymentOutcome {
  readonly id: string;
  /** Ids of what is new; empty when everything was there already. */
  readonly processDefinitionIds: readonly string[];
  readonly decisionDefinitionIds: readonly string[];
}

/** Why files can not be deployed, by the name of the file. */
export class FilesRefused extends Error {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;

  constructor(findings: ReadonlyMap<string, readonly Finding[]>) {
    super('files refused');
    this.findings = findings;
  }
}

interface Compiled {
  readonly file: DeployedFile;
  readonly graphs: readonly ProcessGraph[];
  readonly decisions: readonly string[];
}

export const isBpmn = (name: string): boolean => /\.(bpmn|bpmn20\.xml)$/i.test(name);
export const isDmn = (name: string): boolean => /\.(dmn|dmn11\.xml)$/i.test(name);

/**
 * Deploys files as one bundle of no plan: all of them or, with `FilesRefused`, none. Compiling happens before the
 * transaction. Files with a name of another kind are left out by the caller.
 */
export async function deployProcesses(context: Context, deployment: Deployment): Promise<DeploymentOutcome> {
  const compiled = await compile(deployment.files);
  return transaction(context.database, async () => {
    const last = await lastFiles(context, deployment);
    const changed = compiled.filter(({ file }) => last?.files.get(file.name) !== file.content);
    const duplicates = deployment.filterDuplicates || deployment.changedOnly;
    if (duplicates && last && changed.length === 0)
      return { id: last.id, processDefinitionIds: [], decisionDefinitionIds: [] };
    return store(context, deployment, deployment.changedOnly ? changed : compiled);
  });
}

async function compile(files: readonly DeployedFile[]): Promise<Compiled[]> {
  const refused = new Map<string, readonly Finding[]>();
  const compiled: Compiled[] = [];
  for (const file of files) {
    const { graphs, findings } = isBpmn(file.name)
      ? await deployable(file.content)
      : { graphs: [], findings: [] };
    const dmn = isDmn(file.name) ? await compileDecisions(file.content) : { decisions: [], findings: [] };
    const found = [...findings, ...dmn.findings];
    if (found.length > 0) refused.set(file.name, found);
    compiled.push({ file, graphs, decisions: dmn.decisions.map(({ key }) => key) });
  }
  if (refused.size > 0) throw new FilesRefused(refused);
  return compiled;
}

async function lastFiles(
  context: Context,
  { name, tenantId }: Deployment,
): Promise<{ readonly id: string; readonly files: ReadonlyMap<string, string> } | null> {
  const last = await context.sql.one<{ id: string }>(
    "SELECT id FROM bundle WHERE kind = 'deployment' AND name = ? AND tenant_id = ? ORDER BY published_at DESC, id DESC LIMIT 1",
    [name, tenantId],
  );
  if (!last) return null;
  const rows = await context.sql.all<{ resource_name: string; xml: string }>(
    `SELECT d.resource_name, d.xml FROM process_definition d JOIN bundle b ON b.id = d.bundle_id
     WHERE b.kind = 'deployment' AND b.name = ? AND b.tenant_id = ? ORDER BY d.version`,
    [name, tenantId],
  );
  const decisions = await context.sql.all<{ name: string; xml: string }>(
    `SELECT d.name, d.xml FROM decision_definition d JOIN bundle b ON b.id = d.bundle_id
     WHERE b.kind = 'deployment' AND b.name = ? AND b.tenant_id = ? ORDER BY d.version`,
    [name, tenantId],
  );
  return {
    id: last.id,
    files: new Map([
      ...rows.map((row) => [row.resource_name, row.xml] as const),
      ...decisions.map((row) => [row.name, row.xml] as const),
    ]),
  };
}

async function store(
  context: Context,
  deployment: Deployment,
  compiled: readonly Compiled[],
): Promise<DeploymentOutcome> {
  const id = context.newId();
  const now = context.now();
  const { name, source, tenantId } = deployment;
  const { sql } = context;
  await sql.insert('bundle', [
    {
      id,
      plan_id: id,
      layer_id: id,
      version: 1,
      stage: '',
      fingerprint: '',
      note: '',
      published_at: now,
      published_by: '',
      kind: 'deployment',
      name,
      source,
      tenant_id: tenantId,
    },
  ]);
  await sql.insert('bundle_manifest', [{ bundle_id: id, content: JSON.stringify(emptyManifest) }]);
  const processDefinitionIds: string[] = [];
  const decisionDefinitionIds: string[] = [];
  const definitions: NewDefinition[] = [];
  const superseded: string[] = [];
  for (const { file, graphs, decisions } of compiled) {
    for (const graph of graphs) {
      const definitionId = context.newId();
      superseded.push(...(await definitionsOf(context, graph.id, tenantId)));
      processDefinitionIds.push(definitionId);
      await sql.insert('process_definition', [
        {
          id: definitionId,
          bundle_id: id,
          process_key: graph.id,
          version: await nextVersion(context, 'process', graph.id),
          name: graph.name ?? '',
          xml: file.content,
          graph: JSON.stringify(graph),
          suspended: false,
          tenant_id: tenantId,
          version_tag: graph.versionTag ?? null,
          resource_name: file.name,
        },
      ]);
      definitions.push({ id: definitionId, tenantId, graph });
    }
    for (const decision of decisions) {
      const definitionId = context.newId();
      decisionDefinitionIds.push(definitionId);
      await sql.insert('decision_definition', [
        {
          id: definitionId,
          bundle_id: id,
          decision_key: decision,
          version: await nextVersion(context, 'decision', decision),
          name: file.name,
          xml: file.content,
        },
      ]);
    }
  }
  await registerStarts(context, emptyManifest, definitions, superseded);
  await audit(context, null, {
    action: 'deployment.created',
    objectKind: 'bundle',
    objectId: id,
    detail: { files: compiled.length },
  });
  return { id, processDefinitionIds, decisionDefinitionIds };
}

async function nextVersion(context: Context, kind: 'process' | 'decision', key: string): Promise<number> {
  const row = await context.sql.one<{ version: number | null }>(
    `SELECT MAX(version) AS version FROM ${kind}_definition WHERE ${kind}_key = ?`,
    [key],
  );
  return Number(row?.version ?? 0) + 1;
}

async function definitionsOf(context: Context, key: string, tenantId: string): Promise<string[]> {
  const rows = await context.sql.all<{ id: string }>(
    'SELECT id FROM process_definition WHERE process_key = ? AND tenant_id = ?',
    [key, tenantId],
  );
  return rows.map(({ id }) => id);
}
