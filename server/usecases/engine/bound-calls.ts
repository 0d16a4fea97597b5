import type { StepContext, StepResult } from '@oneplan/runtime/engine/step.ts';
import type { Context } from '../../context.ts';
import { findDefinition, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { stepContext } from './step-context.ts';

/** A step needs a process that is not loaded yet: it has changed nothing and is taken again. */
class ProcessWanted extends Error {
  readonly key: string;
  readonly version: string | undefined;

  constructor(key: string, version: string | undefined) {
    super(`the process ${key} is not loaded yet`);
    this.key = key;
    this.version = version;
  }
}

/**
 * Takes a step of an instance under a bundle. A plan binds its calls to the processes of its own bundle. What a
 * deployment calls is bound, as on Camunda 7, when the call begins: to the latest version of that key among the
 * deployments of the same tenant; the call stays on it, whatever is deployed meanwhile.
 */
export async function stepUnder(
  context: Context,
  bundle: PublishedBundle,
  takeStep: (stepContext: StepContext) => StepResult,
): Promise<StepResult> {
  const own = stepContext(context, bundle);
  if (bundle.kind === 'plan') return takeStep(own);
  /** Definition ids by key; null: there is none. */
  const latest = new Map<string, string | null>();
  const graphs = new Map<string, ReturnType<NonNullable<StepContext['calledProcess']>>>();
  const bound: StepContext = {
    ...own,
    calledVersion: (key) => {
      if (!latest.has(key)) throw new ProcessWanted(key, undefined);
      return latest.get(key) ?? undefined;
    },
    calledProcess: (key, version) => {
      if (version === undefined) return own.calledProcess?.(key);
      if (!graphs.has(version)) throw new ProcessWanted(key, version);
      return graphs.get(version);
    },
  };
  for (;;) {
    try {
      return takeStep(bound);
    } catch (error) {
      if (!(error instanceof ProcessWanted)) throw error;
      const { key, version } = error;
      if (version === undefined) latest.set(key, await latestVersion(context, key, bundle.tenantId));
      else graphs.set(version, (await findDefinition(context, version))?.process.graph);
    }
  }
}

async function latestVersion(context: Context, key: string, tenantId: string): Promise<string | null> {
  const row = await context.sql.one<{ id: string }>(
    `SELECT d.id FROM process_definition d JOIN bundle b ON b.id = d.bundle_id
     WHERE d.process_key = ? AND d.tenant_id = ? AND b.kind = 'deployment' ORDER BY d.version DESC LIMIT 1`,
    [key, tenantId],
  );
  return row?.id ?? null;
}
