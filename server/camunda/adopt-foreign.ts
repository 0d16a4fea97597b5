import { markOf } from '@oneplan/runtime/camunda/commands/start.ts';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import { instanceVariable } from '@oneplan/runtime/camunda/instance-variable.ts';
import { instantOf } from '@oneplan/runtime/camunda/instant.ts';
import { typedValues } from '@oneplan/runtime/camunda/typed-values.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../persistence/driver-errors.ts';
import { loadBundle } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import { instanceOfEngineId } from './engine-ids.ts';
import type { EngineLink } from './engine-link.ts';

interface Historic {
  readonly id: string;
  readonly rootProcessInstanceId: string | null;
  readonly processDefinitionId: string;
  readonly businessKey: string | null;
  readonly startTime: string;
}

/**
 * Our instances behind instances on the engine, called ones among them. `adopt`: one that a message or signal has
 * started there gets a row here, about nobody; one of a definition that is not ours belongs to somebody else. Throws
 * CamundaError.
 */
export async function ourInstances(
  context: Context,
  link: EngineLink,
  engineIds: readonly string[],
  adopt: boolean,
): Promise<string[]> {
  const ours = new Set<string>();
  for (const engineId of engineIds) {
    const there = await historic(link, engineId);
    if (!there) continue;
    const rootId = there.rootProcessInstanceId ?? there.id;
    const root = rootId === there.id ? there : await historic(link, rootId);
    const known = await instanceOfEngineId(context, rootId);
    const instanceId = known ?? (adopt && root ? await adoptForeign(context, link, root) : null);
    if (instanceId !== null) ours.add(instanceId);
  }
  return [...ours];
}

async function historic(link: EngineLink, engineId: string): Promise<Historic | undefined> {
  const [found] = await link.client.post<Historic[]>('/history/process-instance', {
    processInstanceIds: [engineId],
  });
  return found;
}

async function adoptForeign(context: Context, link: EngineLink, there: Historic): Promise<string | null> {
  const deployed = await context.sql.one<{ bundle_id: string; process_key: string }>(
    'SELECT bundle_id, process_key FROM engine_deployment WHERE engine_definition_id = ?',
    [there.processDefinitionId],
  );
  if (!deployed) return null;
  // Started by us, and not the one that was adopted for it: a double, which the reconciler removes.
  if ((await markOf(link.client, there.id)) !== null) return null;
  const bundle = await loadBundle(context, deployed.bundle_id);
  const process = bundle.processes.get(deployed.process_key);
  if (!process) return null;
  const instanceId = context.newId();
  try {
    await transaction(context.database, async () => {
      await context.sql.insert('process_instance', [
        {
          id: instanceId,
          definition_id: process.definitionId,
          process_key: deployed.process_key,
          tenant_id: bundle.tenantId,
          bundle_id: bundle.id,
          business_key: there.businessKey,
          subject_kind: 'none',
          subject_id: '',
          state: JSON.stringify({ v: {}, t: [], n: 1 }),
          revision: 1,
          status: 'active',
          started_by: null,
          started_at: instantOf(there.startTime),
          ended_at: null,
        },
      ]);
      await context.sql.insert('engine_instance', [
        { instance_id: instanceId, engine_id: there.id, adopted_at: context.now() },
      ]);
    });
  } catch (error) {
    // Another process was faster.
    if (!isDuplicate(error) && !isDuplicate((error as { cause?: unknown }).cause)) throw error;
    return instanceOfEngineId(context, there.id);
  }
  await mark(link, there.id, instanceId);
  return instanceId;
}

/** So that the comparison of both sides knows it as ours; one that has ended already needs no mark. */
async function mark(link: EngineLink, engineId: string, instanceId: string): Promise<void> {
  try {
    await link.client.post(`/process-instance/${encodeURIComponent(engineId)}/variables`, {
      modifications: typedValues({ [instanceVariable]: instanceId }),
    });
  } catch (error) {
    if (!(error instanceof CamundaError) || error.kind === 'unavailable') throw error;
  }
}
