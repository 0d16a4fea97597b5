import { deploy } from '@oneplan/runtime/camunda/deploy.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../persistence/driver-errors.ts';
import { loadBundle } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import type { EngineLink } from './engine-link.ts';

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

/** Deploys every bundle that the engine does not have yet: at publishing, or when the server first meets the engine. */
export async function deployNewBundles(context: Context, link: EngineLink): Promise<void> {
  const bundles = await context.sql.all<{ id: string }>(
    `SELECT b.id FROM bundle b WHERE EXISTS (SELECT 1 FROM process_definition p WHERE p.bundle_id = b.id)
     AND NOT EXISTS (SELECT 1 FROM engine_deployment d WHERE d.bundle_id = b.id) ORDER BY b.id`,
  );
  for (const { id } of bundles) await deployBundle(context, link, id);
}

async function deployBundle(context: Context, link: EngineLink, bundleId: string): Promise<void> {
  const bundle = await loadBundle(context, bundleId);
  const decisions = await context.tables.decisionDefinitions.find({ bundleId });
  const definitions = await deploy(link.client, {
    name: bundle.id,
    ...(bundle.tenantId === '' ? {} : { tenantId: bundle.tenantId }),
    resources: new Map([
      ...[...bundle.processes.values()].map(({ key, xml }) => [`${key}.bpmn`, xml] as const),
      ...decisions.map(({ decisionKey, xml }) => [`${decisionKey}.dmn`, xml] as const),
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
