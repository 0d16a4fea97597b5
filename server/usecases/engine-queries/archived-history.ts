import type { Context } from '../../context.ts';
import type { HistoryRow, InstanceRows } from '../../history/packed-history.ts';
import { instanceOfArchivedTask, readArchived } from '../../history/read-history.ts';
import { findDefinition, type PublishedProcess } from '../../persistence/published-bundle.ts';
import type { FilterValues, QueryRow } from './engine-query.ts';
import { readInstanceId } from './instance-id.ts';
import { readActivityInstanceId, readExecutionId } from './shared-filters.ts';

/** Instances that one query may name; each is unpacked as a whole. */
const mostInstances = 1_000;

/** What is archived of the instances that a query names: by their ids, or by that of an activity, execution or task. */
async function archivedInstances(context: Context, filters: FilterValues): Promise<InstanceRows[]> {
  const found: InstanceRows[] = [];
  for (const id of [...(await instancesNamed(context, filters))].slice(0, mostInstances)) {
    const archived = await readArchived(context, id);
    if (archived) found.push(archived);
  }
  return found;
}

async function instancesNamed(context: Context, filters: FilterValues): Promise<ReadonlySet<string>> {
  const texts = (...names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const value = filters[name];
      return typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
    });
  const ids = texts(
    'processInstanceId',
    'processInstanceIdIn',
    'processInstanceIds',
    'rootProcessInstanceId',
  );
  const activities = texts('activityInstanceId', 'activityInstanceIdIn');
  const named = [
    ...ids.map((id) => readInstanceId(id).rootId),
    ...activities.flatMap((id) => readActivityInstanceId(id)?.instanceId ?? []),
    ...texts('executionId').flatMap((id) => readExecutionId(id)?.instanceId ?? []),
  ];
  for (const id of texts('taskId')) named.push((await instanceOfArchivedTask(context, id)) ?? '');
  return new Set(named.filter((id) => id !== ''));
}

interface Around {
  readonly process: PublishedProcess | undefined;
  readonly businessKey: HistoryRow[string];
}

/** The process that a row belongs to: of the instance, or one that it has called, which may lie in another deployment. */
async function processesOf(
  context: Context,
  { instance, tables }: InstanceRows,
): Promise<(row: HistoryRow, key: unknown) => Around> {
  const definition = await findDefinition(context, String(instance.definition_id));
  const calls = new Map<number, Around>();
  for (const row of tables.activity) {
    if (row.called_process_key == null) continue;
    const bound = row.called_definition_id == null ? null : String(row.called_definition_id);
    const process =
      bound === null
        ? definition?.bundle.processes.get(String(row.called_process_key))
        : (await findDefinition(context, bound))?.process;
    calls.set(Number(row.activity), { process, businessKey: row.called_business_key ?? null });
  }
  return (row, key) =>
    (row.called_by == null ? undefined : calls.get(Number(row.called_by))) ?? {
      process: definition?.bundle.processes.get(String(key)),
      businessKey: instance.business_key ?? null,
    };
}

/** Activities with the members that `historicActivityQuery` selects. */
export async function archivedActivities(context: Context, filters: FilterValues): Promise<QueryRow[]> {
  const rows: QueryRow[] = [];
  for (const archived of await archivedInstances(context, filters)) {
    const { instance, tables } = archived;
    const processOf = await processesOf(context, archived);
    const byNumber = new Map(tables.activity.map((row) => [Number(row.activity), row]));
    const taskAt = new Map(
      tables.task.filter(({ signs_for }) => signs_for == null).map((row) => [Number(row.token), row]),
    );
    for (const row of tables.activity) {
      const key = row.process_key ?? instance.process_key ?? null;
      const parent = byNumber.get(Number(row.parent ?? 0));
      const task = taskAt.get(Number(row.activity));
      rows.push({
        ...row,
        instance_id: instance.id ?? null,
        process_key: key,
        definition_id: processOf(row, key).process?.definitionId ?? null,
        tenant_id: instance.tenant_id ?? null,
        task_id: task?.id ?? null,
        assignee_id: task?.assignee_id ?? null,
        parent_element: parent?.element_id ?? null,
        parent_type: parent?.element_type ?? null,
      });
    }
  }
  return rows;
}

/** Tasks with the members that `historicTaskQuery` selects. */
export async function archivedTasks(context: Context, filters: FilterValues): Promise<QueryRow[]> {
  const rows: QueryRow[] = [];
  for (const archived of await archivedInstances(context, filters)) {
    const { instance, tables } = archived;
    const processOf = await processesOf(context, archived);
    for (const row of tables.task) {
      const { process, businessKey } = processOf(row, row.process_key);
      rows.push({
        ...row,
        instance_id: instance.id ?? null,
        suspended: 0,
        business_key: businessKey,
        definition_id: process?.definitionId ?? null,
        definition_name: process?.name ?? null,
      });
    }
  }
  return rows;
}
