import { CamundaError } from './engine-error.ts';
import { instantOf } from './instant.ts';
import type { ObservedActivity, ObservedInstance, ObservedTask } from './observed.ts';
import type { RestClient } from './rest-client.ts';

interface HistoricInstance {
  readonly id: string;
  readonly state: string;
  readonly processDefinitionKey: string;
}

interface HistoricActivity {
  readonly id: string;
  readonly parentActivityInstanceId: string | null;
  readonly activityId: string;
  readonly activityType: string;
  readonly activityName: string | null;
  readonly processInstanceId: string;
  readonly calledProcessInstanceId: string | null;
  readonly taskId: string | null;
  readonly endTime: string | null;
  readonly canceled: boolean;
}

interface RuntimeTask {
  readonly id: string;
  readonly name: string | null;
  readonly taskDefinitionKey: string;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly followUp: string | null;
  readonly priority: number;
  readonly formKey?: string | null;
}

interface IdentityLink {
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly type: string;
}

/**
 * Reads an instance from the engine's history (level `audit` or `full`), with the candidates of its open tasks.
 * `known`: open tasks that need not be read again. Null: the engine has no trace of the instance.
 */
export async function observeInstance(
  client: RestClient,
  engineInstanceId: string,
  known: ReadonlySet<string>,
): Promise<ObservedInstance | null> {
  const instance = await historicInstance(client, engineInstanceId);
  if (!instance) return null;
  const engineInstanceIds: string[] = [];
  const activities = await activitiesOf(client, instance, null, null, engineInstanceIds);
  const tasks = new Map<string, ObservedTask>();
  for (const { taskId, ended } of activities) {
    if (taskId === null || ended || known.has(taskId)) continue;
    const task = await taskOf(client, taskId);
    if (task) tasks.set(taskId, task);
  }
  return { state: stateOf(instance.state), activities, tasks, engineInstanceIds };
}

async function activitiesOf(
  client: RestClient,
  instance: HistoricInstance,
  callId: string | null,
  processKey: string | null,
  seen: string[],
): Promise<ObservedActivity[]> {
  seen.push(instance.id);
  const rows = await client.all<HistoricActivity>('/history/activity-instance', {
    processInstanceId: instance.id,
    sortBy: 'occurrence',
    sortOrder: 'asc',
  });
  const activities: ObservedActivity[] = [];
  for (const row of rows) {
    const called =
      row.calledProcessInstanceId === null
        ? null
        : await historicInstance(client, row.calledProcessInstanceId);
    const parent = row.parentActivityInstanceId;
    activities.push({
      id: row.id,
      parentId: parent === null || parent === row.processInstanceId ? callId : parent,
      elementId: row.activityId,
      elementType: row.activityType,
      name: row.activityName,
      ended: row.endTime !== null,
      canceled: row.canceled,
      taskId: row.taskId,
      processKey,
      calledKey: called?.processDefinitionKey ?? null,
    });
    if (called)
      activities.push(...(await activitiesOf(client, called, row.id, called.processDefinitionKey, seen)));
  }
  return activities;
}

/** Null: the engine does not know it (any more). */
async function historicInstance(client: RestClient, id: string): Promise<HistoricInstance | null> {
  const [instance] = await client.post<HistoricInstance[]>('/history/process-instance', {
    processInstanceIds: [id],
  });
  return instance ?? null;
}

/** Null: it ended a moment ago. */
async function taskOf(client: RestClient, id: string): Promise<ObservedTask | null> {
  try {
    const task = await client.get<RuntimeTask>(`/task/${encodeURIComponent(id)}`);
    const links = await client.get<IdentityLink[]>(`/task/${encodeURIComponent(id)}/identity-links`);
    const candidates = links.filter((link) => link.type === 'candidate');
    return {
      id,
      name: task.name ?? task.taskDefinitionKey,
      assignee: task.assignee,
      candidateUsers: candidates.flatMap((link) => link.userId ?? []),
      candidateGroups: candidates.flatMap((link) => link.groupId ?? []),
      formKey: task.formKey ?? null,
      dueAt: task.due === null ? null : instantOf(task.due),
      followUpAt: task.followUp === null ? null : instantOf(task.followUp),
      priority: task.priority,
    };
  } catch (error) {
    if (error instanceof CamundaError && error.kind === 'refused') return null;
    throw error;
  }
}

function stateOf(state: string): ObservedInstance['state'] {
  if (state === 'ACTIVE') return 'active';
  if (state === 'SUSPENDED') return 'suspended';
  return state === 'COMPLETED' ? 'completed' : 'cancelled';
}
