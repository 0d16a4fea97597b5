import { type EngineIncident, readIncidents } from '@oneplan/runtime/camunda/read-work.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { ourInstances } from '../adopt-foreign.ts';
import type { EngineLink } from '../engine-link.ts';
import { keepWork } from '../engine-work.ts';
import { hasWaitingCommand } from './deliver-again.ts';

interface Known {
  id: string;
  configuration: string;
  instance_id: string;
  engine_work_id: string;
}

/** Every open incident of our instances there is one here, and none that is over there. */
export async function compareIncidents(context: Context, link: EngineLink): Promise<void> {
  const there = await readIncidents(link.client);
  const here = await context.sql.all<Known>(
    `SELECT i.id, i.configuration, i.instance_id, w.engine_work_id FROM incident i JOIN engine_work w ON w.id = i.configuration`,
  );
  const known = new Set(here.map(({ engine_work_id }) => engine_work_id));
  for (const incident of there) if (!known.has(incident.workId)) await openHere(context, link, incident);
  const open = new Set(there.map(({ workId }) => workId));
  for (const row of here)
    if (!open.has(row.engine_work_id))
      await transaction(context.database, async () => {
        await context.sql.run('DELETE FROM incident WHERE id = ?', [row.id]);
        await context.sql.run("DELETE FROM engine_work WHERE id = ? AND work = 'external-task'", [
          row.configuration,
        ]);
      });
}

async function openHere(context: Context, link: EngineLink, incident: EngineIncident): Promise<void> {
  const [instanceId] = await ourInstances(context, link, [incident.engineInstanceId], false);
  // Whoever gave it new tries a moment ago sees it no more.
  if (instanceId === undefined || (await hasWaitingCommand(context, instanceId))) return;
  const instance = await context.sql.one<{ definition_id: string; process_key: string; tenant_id: string }>(
    'SELECT definition_id, process_key, tenant_id FROM process_instance WHERE id = ?',
    [instanceId],
  );
  if (!instance) return;
  await transaction(context.database, async () => {
    const workId = await keepWork(context, {
      instanceId,
      work: incident.kind === 'failedJob' ? 'job' : 'external-task',
      engineWorkId: incident.workId,
      elementId: incident.elementId,
      kind: incident.kind,
      dueAt: null,
      retries: 0,
      message: incident.message,
    });
    await context.sql.insert('incident', [
      {
        id: context.newId(),
        kind: incident.kind,
        instance_id: instanceId,
        definition_id: instance.definition_id,
        process_key: instance.process_key,
        tenant_id: instance.tenant_id,
        element_id: incident.elementId,
        token: null,
        configuration: workId,
        message: incident.message?.slice(0, 500) ?? null,
        created_at: incident.at,
      },
    ]);
  });
}
