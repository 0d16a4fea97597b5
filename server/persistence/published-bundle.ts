import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { compileDecisions } from '@oneplan/runtime/decisions/compile-decisions.ts';
import type { Decision } from '@oneplan/runtime/engine/decision.ts';
import { type CompiledForm, compileForm } from '@oneplan/runtime/forms/compile.ts';
import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../context.ts';
import type { Database } from './database.ts';
import { Recent } from './recent.ts';

export interface PublishedForm {
  readonly key: string;
  readonly name: string;
  readonly definition: FormDefinition;
  /** Made when it is first asked for, and kept. */
  readonly compiled: CompiledForm;
}

export interface PublishedProcess {
  readonly definitionId: string;
  readonly key: string;
  readonly name: string;
  /** Counts per process key over the whole installation. */
  readonly version: number;
  readonly xml: string;
  readonly graph: ProcessGraph;
}

/** A published version of a plan, ready to run under. Never changes; shared between callers, so change nothing in it. */
export interface PublishedBundle {
  readonly id: string;
  /** `deployment`: processes and decisions alone, of no plan; its manifest says nothing about them. */
  readonly kind: 'plan' | 'deployment';
  /** Org unit of the layer that published it; '' is none. */
  readonly tenantId: string;
  /** Counts per layer. */
  readonly version: number;
  readonly planKey: string;
  readonly stage: string;
  readonly fingerprint: string;
  readonly manifest: PlanManifest;
  readonly forms: ReadonlyMap<string, PublishedForm>;
  readonly processes: ReadonlyMap<string, PublishedProcess>;
  /** What business rule tasks evaluate, by key. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Recorded runs by key, as JSON; empty where there are none. */
  readonly scenarios: Readonly<Record<string, unknown>>;
  /** The DMN file of each decision, by its key: a file can hold several. */
  readonly decisionFiles: ReadonlyMap<string, string>;
}

export interface PublishedDefinition {
  readonly bundle: PublishedBundle;
  readonly process: PublishedProcess;
}

/** One plan of the size of the shipped one takes about 1 MB. */
const keptBundles = 64;
const keptDefinitions = 1_000;

interface Kept {
  readonly bundles: Recent<PublishedBundle>;
  readonly bundleOfDefinition: Recent<string>;
}
const kept = new WeakMap<Database, Kept>();

function keptOf(database: Database): Kept {
  const found = kept.get(database);
  if (found) return found;
  const made: Kept = { bundles: new Recent(keptBundles), bundleOfDefinition: new Recent(keptDefinitions) };
  kept.set(database, made);
  return made;
}

/** Throws `not-found` when there is no such bundle. */
export async function loadBundle(context: Context, bundleId: string): Promise<PublishedBundle> {
  const bundle = await keptOf(context.database).bundles.get(bundleId, () => readBundle(context, bundleId));
  if (!bundle)
    throw new AppError('not-found', 'There is no published plan version with this id.', { id: bundleId });
  return bundle;
}

/** Null: there is no such process definition. */
export async function findDefinition(
  context: Context,
  definitionId: string,
): Promise<PublishedDefinition | null> {
  const bundleId = await keptOf(context.database).bundleOfDefinition.get(
    definitionId,
    async () => (await context.tables.processDefinitions.findOne({ id: definitionId }))?.bundleId ?? null,
  );
  if (bundleId === null) return null;
  const bundle = await loadBundle(context, bundleId);
  const process = [...bundle.processes.values()].find((it) => it.definitionId === definitionId);
  return process ? { bundle, process } : null;
}

/** A binding that governs at an instant, which is given twice: it has begun, and nothing has taken its place. */
export const inForce = 'bound_at <= ? AND (superseded_at IS NULL OR superseded_at > ?)';

/**
 * Id of the bundle that governs an entry cohort of a stage at an org unit: the binding in force at the unit itself
 * or at the nearest one above it (school, district, city). Null: nothing is published for them.
 * `orgUnitPath` is the materialised path of the unit, `/city/district/school/`.
 */
export async function findBundleFor(
  context: Context,
  subject: { readonly orgUnitPath: string; readonly stage: string; readonly entryCohort: number },
): Promise<string | null> {
  const units = subject.orgUnitPath.split('/').filter((id) => id !== '');
  if (units.length === 0) return null;
  const bindings = await context.sql.all<{ bundle_id: string; org_unit_id: string }>(
    `SELECT bundle_id, org_unit_id FROM bundle_binding
     WHERE org_unit_id IN (${units.map(() => '?').join(',')}) AND stage = ? AND entry_cohort = ? AND ${inForce}`,
    [...units, subject.stage, subject.entryCohort, context.now(), context.now()],
  );
  const [nearest] = bindings.sort((a, b) => units.indexOf(b.org_unit_id) - units.indexOf(a.org_unit_id));
  return nearest?.bundle_id ?? null;
}

async function readBundle(context: Context, bundleId: string): Promise<PublishedBundle | null> {
  const { tables } = context;
  const bundle = await tables.bundles.findOne({ id: bundleId });
  const manifest = await tables.bundleManifests.findOne({ bundleId });
  if (!bundle || !manifest) return null;
  const forms = await tables.forms.find({ bundleId });
  const processes = await tables.processDefinitions.find({ bundleId });
  const decisions = await tables.decisionDefinitions.find({ bundleId });
  const content = JSON.parse(manifest.content) as PlanManifest;
  return {
    id: bundle.id,
    kind: bundle.kind,
    tenantId: bundle.tenantId,
    version: bundle.version,
    planKey: content.key,
    stage: bundle.stage,
    fingerprint: bundle.fingerprint,
    manifest: content,
    forms: new Map(
      forms.map(({ formKey, name, definition }) => [
        formKey,
        publishedForm(formKey, name, JSON.parse(definition) as FormDefinition),
      ]),
    ),
    processes: new Map(
      processes.map(({ id, processKey, name, version, xml, graph }) => [
        processKey,
        {
          definitionId: id,
          key: processKey,
          name,
          version,
          xml,
          graph: JSON.parse(graph) as ProcessGraph,
        },
      ]),
    ),
    decisions: await compiled(decisions.map(({ xml }) => xml)),
    scenarios: JSON.parse(manifest.scenarios ?? '{}') as Record<string, unknown>,
    decisionFiles: new Map(decisions.map(({ decisionKey, xml }) => [decisionKey, xml])),
  };
}

/** A file may hold several decisions, and each has a row with the file. */
async function compiled(files: readonly string[]): Promise<Map<string, Decision>> {
  const decisions = new Map<string, Decision>();
  for (const xml of new Set(files))
    for (const decision of (await compileDecisions(xml)).decisions) decisions.set(decision.key, decision);
  return decisions;
}

function publishedForm(key: string, name: string, definition: FormDefinition): PublishedForm {
  let made: CompiledForm | undefined;
  return {
    key,
    name,
    definition,
    get compiled() {
      made ??= compileForm(definition);
      return made;
    },
  };
}
