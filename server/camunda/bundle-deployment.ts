import { deploy } from '@oneplan/runtime/camunda/deploy.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../persistence/driver-errors.ts';
import { loadBundle, type PublishedBundle } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import type { EngineLink } from './engine-link.ts';
import { reportMismatch } from './mismatch.ts';

/** Milliseconds until the engine is asked again for a bundle that it refused. */
const refusedPause = 60_000;

/**
 * Id on the engine of a bundle's process definition; deploys the bundle when it is not there yet. Instances are started
 * by this id and so stay on their bundle, whatever is published later. Null: the bundle has no such process.
 */
export async function engineDefinition(
  context: Context,
  link: EngineLink,
  bundleId: string,
  processKey: string,
): Promise<string | null> {
  const known = await readDefinition(context, bundleId, processKey);
  if (known) return known;
  await deployBundle(context, link, bundleId);
  return readDefinition(context, bundleId, processKey);
}

/**
 * Deploys every bundle that the engine does not have yet: at publishing, or when the server first meets the engine. One
 * that the engine refuses is reported and stops no other. False: the engine did not answer.
 */
export async function deployNewBundles(context: Context, link: EngineLink): Promise<boolean> {
  const bundles = await context.sql.all<{ id: string }>(
    `SELECT b.id FROM bundle b WHERE EXISTS (SELECT 1 FROM process_definition p WHERE p.bundle_id = b.id)
     AND NOT EXISTS (SELECT 1 FROM engine_deployment d WHERE d.bundle_id = b.id)
     AND NOT EXISTS (SELECT 1 FROM engine_mismatch m WHERE m.kind = 'deployment-refused' AND m.object_id = b.id
       AND m.resolved_at IS NULL AND m.last_seen_at > ?) ORDER BY b.id`,
    [context.now() - refusedPause],
  );
  for (const { id } of bundles) {
    try {
      await deployBundle(context, link, id);
    } catch (error) {
      if (!(error instanceof CamundaError)) throw error;
      if (error.kind === 'unavailable') return false;
      await reportMismatch(context, { kind: 'deployment-refused', objectId: id, detail: error.message });
    }
  }
  return true;
}

async function deployBundle(context: Context, link: EngineLink, bundleId: string): Promise<void> {
  const bundle = await loadBundle(context, bundleId);
  const rows = await context.tables.decisionDefinitions.find({ bundleId });
  // A file with several decisions has a row for each, and is deployed once.
  const decisions = new Map(rows.map((row) => [row.xml, row])).values();
  const definitions = await deploy(link.client, {
    name: bundle.id,
    ...(bundle.tenantId === '' ? {} : { tenantId: bundle.tenantId }),
    resources: new Map([
      ...processFiles(bundle),
      ...[...decisions].map(({ decisionKey, xml }) => [`${decisionKey}.dmn`, xml] as const),
    ]),
  });
  try {
    await transaction(context.database, () =>
      context.sql.insert(
        'engine_deployment',
        definitions.map(({ key, id }) => ({
          bundle_id: bundleId,
          process_key: key,
          engine_definition_id: id,
          deployed_at: context.now(),
        })),
      ),
    );
  } catch (error) {
    // Another process was faster; what it deployed is the same.
    if (!isDuplicate(error) && !isDuplicate((error as { cause?: unknown }).cause)) throw error;
  }
}

/** A file may hold several processes; the engine takes each of them once. */
function processFiles(bundle: PublishedBundle): (readonly [string, string])[] {
  const files = new Map<string, string>();
  for (const { key, xml } of bundle.processes.values()) if (!files.has(xml)) files.set(xml, `${key}.bpmn`);
  return [...files].map(([xml, name]) => [name, xml] as const);
}

async function readDefinition(
  context: Context,
  bundleId: string,
  processKey: string,
): Promise<string | null> {
  const row = await context.sql.one<{ engine_definition_id: string }>(
    'SELECT engine_definition_id FROM engine_deployment WHERE bundle_id = ? AND process_key = ?',
    [bundleId, processKey],
  );
  return row?.engine_definition_id ?? null;
}
