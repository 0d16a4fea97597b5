import { findStarted } from '@oneplan/runtime/camunda/commands/start.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { adoptStarted } from '../adopt-started.ts';
import type { EngineLink } from '../engine-link.ts';
import { reportMismatch } from '../mismatch.ts';
import { projectInstance } from '../project-instance.ts';
import { sendCommand } from '../send-command.ts';
import { deliverAgain, hasWaitingCommand } from './deliver-again.ts';

interface Row {
  readonly id: string;
  readonly engine_id: string | null;
  readonly business_key: string | null;
  readonly suspended: number | boolean;
}

interface Running {
  readonly id: string;
  readonly suspended: boolean;
}

const pageSize = 200;

/** Every instance that is active here: does it run there? */
export async function compareInstancesHere(context: Context, link: EngineLink): Promise<void> {
  for (let after = ''; ; ) {
    const page = await context.sql.all<Row>(
      `SELECT i.id, e.engine_id, i.business_key, i.suspended FROM process_instance i JOIN engine_instance e ON e.instance_id = i.id
       WHERE i.status = 'active' AND i.id > ? ORDER BY i.id LIMIT ${pageSize}`,
      [after],
    );
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    const engineIds = page.flatMap(({ engine_id }) => engine_id ?? []);
    const running = new Map<string, Running>();
    if (engineIds.length > 0) {
      const found = await link.client.post<Running[]>(
        '/process-instance',
        { processInstanceIds: engineIds },
        { maxResults: pageSize },
      );
      for (const instance of found) running.set(instance.id, instance);
    }
    for (const row of page) {
      const there = row.engine_id === null ? undefined : running.get(row.engine_id);
      if (row.engine_id === null) await neverStarted(context, link, row);
      else if (!there) await endedThere(context, link, row);
      else if (there.suspended !== Boolean(row.suspended)) await suspensionDiffers(context, row);
    }
  }
}

/** A start that waits is on its way. One that was delivered and left nothing behind is delivered again. */
async function neverStarted(context: Context, link: EngineLink, row: Row): Promise<void> {
  if (await hasWaitingCommand(context, row.id)) return;
  const businessKey = row.business_key ?? row.id;
  const started = await findStarted(link.client, { instanceId: row.id, businessKey });
  if (started.length > 0) {
    await adoptStarted(context, link, row.id, started);
    await projectInstance(context, link, row.id);
    await reportMismatch(context, {
      kind: 'start-unconfirmed',
      objectId: row.id,
      instanceId: row.id,
      detail: `runs on the engine as ${started[0]}; the confirmation was missing here`,
      repaired: true,
    });
    return;
  }
  const again = await deliverAgain(context, { instanceId: row.id, kind: 'start' });
  if (again === 'waiting') return;
  await reportMismatch(context, {
    kind: 'instance-never-started',
    objectId: row.id,
    instanceId: row.id,
    detail:
      again === 'again'
        ? 'the engine has no trace of it; it is started again'
        : 'the engine has no trace of it and there is nothing to start it from; cancel it here',
    repaired: again === 'again',
  });
}

async function endedThere(context: Context, link: EngineLink, row: Row): Promise<void> {
  await projectInstance(context, link, row.id);
  const now = await context.sql.one<{ status: string }>('SELECT status FROM process_instance WHERE id = ?', [
    row.id,
  ]);
  if (now?.status === 'active') return;
  await reportMismatch(context, {
    kind: 'instance-ended-there',
    objectId: row.id,
    instanceId: row.id,
    detail: `had ended on the engine (${now?.status}); ended here`,
    repaired: true,
  });
}

async function suspensionDiffers(context: Context, row: Row): Promise<void> {
  if (await hasWaitingCommand(context, row.id)) return;
  const suspended = Boolean(row.suspended);
  await transaction(context.database, () =>
    sendCommand(context, row.id, { kind: 'suspend', suspended }, { actor: null }),
  );
  await reportMismatch(context, {
    kind: 'suspension-differs',
    objectId: row.id,
    instanceId: row.id,
    detail: `the engine is told that it is ${suspended ? 'suspended' : 'active'}`,
    repaired: true,
  });
}
