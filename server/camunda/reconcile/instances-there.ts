import { markOf } from '@oneplan/runtime/camunda/commands/start.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { adoptStarted, removeDouble } from '../adopt-started.ts';
import type { EngineLink } from '../engine-link.ts';
import { reportMismatch } from '../mismatch.ts';
import { projectInstance } from '../project-instance.ts';
import { deliverAgain, hasWaitingCommand } from './deliver-again.ts';
import { deployedDefinitions } from './deployed-definitions.ts';

interface Running {
  readonly id: string;
  readonly definitionId: string;
}

const pageSize = 200;

/** Every instance of our definitions that runs there: is it here? */
export async function compareInstancesThere(context: Context, link: EngineLink): Promise<void> {
  const definitions = await deployedDefinitions(context);
  const { keys } = definitions;
  if (keys.length === 0) return;
  for (let firstResult = 0; ; ) {
    const page = await link.client.post<Running[]>(
      '/process-instance',
      { processDefinitionKeyIn: keys, sorting: [{ sortBy: 'instanceId', sortOrder: 'asc' }] },
      { firstResult, maxResults: pageSize },
    );
    const ids = page.flatMap(({ id, definitionId }) => (definitions.ids.has(definitionId) ? id : []));
    const known = await knownHere(context, ids);
    for (const [engineId, { instanceId, status }] of known)
      if (status !== 'active') await endedHere(context, link, instanceId, engineId);
    const strangers = ids.filter((id) => !known.has(id));
    let removed = 0;
    for (const id of await withoutCalled(link, strangers)) if (await stranger(context, link, id)) removed++;
    if (page.length < pageSize) return;
    firstResult += page.length - removed;
  }
}

async function knownHere(context: Context, engineIds: readonly string[]) {
  const rows =
    engineIds.length === 0
      ? []
      : await context.sql.all<{ engine_id: string; instance_id: string; status: string }>(
          `SELECT e.engine_id, e.instance_id, i.status FROM engine_instance e JOIN process_instance i ON i.id = e.instance_id
           WHERE e.engine_id IN (${places(engineIds)})`,
          engineIds,
        );
  return new Map(rows.map((row) => [row.engine_id, { instanceId: row.instance_id, status: row.status }]));
}

/** Called instances belong to the one that called them. */
async function withoutCalled(link: EngineLink, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const history = await link.client.post<{ id: string; superProcessInstanceId: string | null }[]>(
    '/history/process-instance',
    { processInstanceIds: ids },
    { maxResults: pageSize },
  );
  return history.flatMap((row) => (row.superProcessInstanceId === null ? row.id : []));
}

/** True: it was a double and is removed. One without a mark of ours is somebody else's. */
async function stranger(context: Context, link: EngineLink, engineId: string): Promise<boolean> {
  const instanceId = await markOf(link.client, engineId);
  if (instanceId === null) return false;
  const here = await context.sql.one<{ engine_id: string | null }>(
    'SELECT e.engine_id FROM engine_instance e JOIN process_instance i ON i.id = e.instance_id WHERE e.instance_id = ?',
    [instanceId],
  );
  if (!here) {
    await reportMismatch(context, {
      kind: 'instance-unknown-here',
      objectId: engineId,
      detail: `runs on the engine for the instance ${instanceId}, which is not here; restore it here, or delete it there`,
    });
    return false;
  }
  if (here.engine_id === engineId) return false;
  if (here.engine_id !== null) {
    await removeDouble(context, link, instanceId, engineId);
    return true;
  }
  if (await hasWaitingCommand(context, instanceId)) return false;
  await adoptStarted(context, link, instanceId, [engineId]);
  await projectInstance(context, link, instanceId);
  await reportMismatch(context, {
    kind: 'start-unconfirmed',
    objectId: instanceId,
    instanceId,
    detail: `runs on the engine as ${engineId}; the confirmation was missing here`,
    repaired: true,
  });
  return false;
}

async function endedHere(
  context: Context,
  link: EngineLink,
  instanceId: string,
  engineId: string,
): Promise<void> {
  if (await hasWaitingCommand(context, instanceId)) return;
  const [still] = await link.client.post<Running[]>('/process-instance', { processInstanceIds: [engineId] });
  if (!still) return;
  const again = await deliverAgain(context, { instanceId, kind: 'cancel' });
  if (again === 'waiting') return;
  await reportMismatch(context, {
    kind: 'instance-runs-there',
    objectId: instanceId,
    instanceId,
    detail:
      again === 'again'
        ? `was cancelled here and runs on the engine as ${engineId}; it is cancelled there again`
        : `has ended here and runs on the engine as ${engineId}; delete it there`,
    repaired: again === 'again',
  });
}
