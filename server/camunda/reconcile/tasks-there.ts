import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { transaction } from '../../persistence/transaction.ts';
import type { EngineLink } from '../engine-link.ts';
import { reportMismatch } from '../mismatch.ts';
import { projectInstance } from '../project-instance.ts';
import { reopenDropped } from '../reopen-dropped.ts';
import { tellHolder } from '../tell-holder.ts';
import { deliverAgain, hasWaitingCommand } from './deliver-again.ts';
import { deployedDefinitions } from './deployed-definitions.ts';

interface EngineTask {
  readonly id: string;
  readonly processInstanceId: string;
  readonly processDefinitionId: string;
  readonly assignee: string | null;
}

interface KnownTask {
  readonly engine_task_id: string;
  readonly instance_id: string;
  readonly task_id: string | null;
  readonly status: string | null;
  readonly assignee_id: string | null;
}

/** Not over: to be done, waiting for those who sign before, decided and waiting for those who sign after. */
const open: ReadonlySet<string> = new Set(['open', 'waiting', 'held']);

const pageSize = 200;

/** Every task of our definitions that is open there: is it open here? */
export async function compareTasksThere(context: Context, link: EngineLink): Promise<void> {
  const { keys, ids } = await deployedDefinitions(context);
  if (keys.length === 0) return;
  for (let firstResult = 0; ; firstResult += pageSize) {
    const page = await link.client.post<EngineTask[]>(
      '/task',
      { processDefinitionKeyIn: keys, sorting: [{ sortBy: 'id', sortOrder: 'asc' }] },
      { firstResult, maxResults: pageSize },
    );
    const ours = page.filter((task) => ids.has(task.processDefinitionId));
    const known = await knownHere(
      context,
      ours.map(({ id }) => id),
    );
    for (const task of ours) {
      const here = known.get(task.id);
      if (!here) await newThere(context, link, task);
      else if (here.status === null) await missingHere(context, link, task, here.instance_id);
      else if (!open.has(here.status)) await endedHere(context, link, task, here);
      else if (here.assignee_id !== task.assignee) await holderDiffers(context, link, task, here);
    }
    if (page.length < pageSize) return;
  }
}

async function knownHere(context: Context, ids: readonly string[]): Promise<Map<string, KnownTask>> {
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<KnownTask>(
    `SELECT e.engine_task_id, e.instance_id, t.id AS task_id, t.status, t.assignee_id FROM engine_activity e
     LEFT JOIN task t ON t.instance_id = e.instance_id AND t.token = e.activity AND t.signs_for IS NULL WHERE e.engine_task_id IN (${places(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.engine_task_id, row]));
}

/** Nothing of it was projected yet: it is new, or its instance belongs to somebody else. */
async function newThere(context: Context, link: EngineLink, task: EngineTask): Promise<void> {
  const [history] = await link.client.post<{ rootProcessInstanceId: string | null }[]>(
    '/history/process-instance',
    { processInstanceIds: [task.processInstanceId] },
  );
  const row = await context.sql.one<{ instance_id: string }>(
    'SELECT instance_id FROM engine_instance WHERE engine_id = ?',
    [history?.rootProcessInstanceId ?? task.processInstanceId],
  );
  if (row) await projectInstance(context, link, row.instance_id);
}

async function missingHere(
  context: Context,
  link: EngineLink,
  task: EngineTask,
  instanceId: string,
): Promise<void> {
  await projectInstance(context, link, instanceId);
  const row = (await knownHere(context, [task.id])).get(task.id);
  if (row?.status !== 'open') return;
  await reportMismatch(context, {
    kind: 'task-missing-here',
    objectId: row.task_id ?? task.id,
    instanceId,
    detail: `the engine's task ${task.id} is open and had no row here; created`,
    repaired: true,
  });
}

/** Ended here and not there: on its way, or its command was lost. */
async function endedHere(
  context: Context,
  link: EngineLink,
  task: EngineTask,
  { instance_id: instanceId, task_id: taskId }: KnownTask,
): Promise<void> {
  if (taskId === null || (await hasWaitingCommand(context, instanceId))) return;
  if (!(await isOpen(link, task.id))) return;
  if (await reopenDropped(context, instanceId, taskId)) {
    await reportMismatch(context, {
      kind: 'completion-dropped',
      objectId: taskId,
      instanceId,
      detail: `its command was given up and it is open on the engine as ${task.id}; open again here`,
      repaired: true,
    });
    return;
  }
  const again = await deliverAgain(context, { instanceId, kind: 'complete-task', taskId });
  if (again === 'waiting' || again === 'refused') return;
  await reportMismatch(context, {
    kind: 'completion-lost',
    objectId: taskId,
    instanceId,
    detail:
      again === 'again'
        ? `was completed here and is open on the engine as ${task.id}; completed there again`
        : `has ended here and is open on the engine as ${task.id}; complete or delete it there`,
    repaired: again === 'again',
  });
}

/** Who has a task is decided here: the engine's own lists follow. */
async function holderDiffers(
  context: Context,
  link: EngineLink,
  task: EngineTask,
  { instance_id: instanceId, task_id: taskId }: KnownTask,
): Promise<void> {
  if (taskId === null || (await hasWaitingCommand(context, instanceId))) return;
  if (!(await isOpen(link, task.id))) return;
  await transaction(context.database, () => tellHolder(context, null, taskId));
  await reportMismatch(context, {
    kind: 'holder-differs',
    objectId: taskId,
    instanceId,
    detail: `the engine's task ${task.id} was given to somebody else there; it is told who has it`,
    repaired: true,
  });
}

async function isOpen(link: EngineLink, engineTaskId: string): Promise<boolean> {
  try {
    await link.client.get(`/task/${encodeURIComponent(engineTaskId)}`);
    return true;
  } catch (error) {
    if (error instanceof CamundaError && error.status === 404) return false;
    throw error;
  }
}
