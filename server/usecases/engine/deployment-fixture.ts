import { deployable } from '@oneplan/runtime/model/deployable.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { registerStarts } from './register-starts.ts';

/** A deployment without a plan, for tests: the processes of one file. Answers the definitions' ids by key. */
export async function deployForTest(context: Context, xml: string): Promise<ReadonlyMap<string, string>> {
  const { graphs, findings } = await deployable(xml);
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '));
  const manifest = {
    key: 'deployment',
    processes: [],
    forms: [],
    roles: [],
    parameters: [],
  } as unknown as PlanManifest;
  const bundleId = context.newId();
  const definitions = graphs.map((graph) => ({ id: context.newId(), tenantId: '', graph }));
  await transaction(context.database, async () => {
    await context.tables.bundles.insert({
      id: bundleId,
      planId: bundleId,
      layerId: bundleId,
      version: 1,
      stage: '',
      fingerprint: '',
      note: '',
      publishedAt: context.now(),
      publishedBy: '',
      kind: 'deployment',
      name: null,
      source: null,
      tenantId: '',
    });
    await context.tables.bundleManifests.insert({ bundleId, content: JSON.stringify(manifest) });
    await context.tables.processDefinitions.insert(
      ...definitions.map(({ id, graph }) => ({
        id,
        bundleId,
        processKey: graph.id,
        version: 1,
        name: graph.name ?? graph.id,
        xml,
        graph: JSON.stringify(graph),
        suspended: false,
        tenantId: '',
        versionTag: null,
        resourceName: null,
      })),
    );
    await registerStarts(context, manifest, definitions, []);
  });
  return new Map(definitions.map(({ id, graph }) => [graph.id, id]));
}
