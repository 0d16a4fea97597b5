import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import { transaction } from '../../persistence/transaction.ts';
import { statesOf } from '../engine-queries/instance-states.ts';
import { places } from '../engine-queries/where.ts';
import {
  type ExternalTask,
  type ExternalTaskRow,
  externalTaskColumns,
  toExternalTask,
} from './external-task.ts';
import { type VariableValues, variablesAt } from './visible-variables.ts';

/** Which tasks of a topic a worker wants, for how long, and with which variables. */
export interface FetchTopic {
  readonly topic: string;
  readonly lockMilliseconds: number;
  /** Null: all of them. */
  readonly variables: readonly string[] | null;
  /** Only what the task's input mapping made. */
  readonly localVariables: boolean;
  readonly businessKey: string | null;
  readonly definitionIds: readonly string[] | null;
  readonly processKeys: readonly string[] | null;
  /** Values that variables of the instance must have. */
  readonly processVariables: VariableValues | null;
  readonly versionTag: string | null;
  /** Null: all; '' is a definition without tenant. */
  readonly tenantIds: readonly string[] | null;
  /** camunda:properties of the element come with the task. */
  readonly extensionProperties: boolean;
}

export interface FetchRequest {
  readonly workerId: string;
  readonly maxTasks: number;
  /** Highest priority first. */
  readonly usePriority: boolean;
  /** By date of creation. */
  readonly newestFirst: boolean;
  readonly topics: readonly FetchTopic[];
}

export interface LockedExternalTask extends ExternalTask {
  readonly variables: VariableValues;
  readonly extensionProperties: Readonly<Record<string, string>>;
}

/** Not locked by anybody now, not an incident and not suspended. Takes one parameter: now. */
export const fetchable =
  '(lock_expires_at IS NULL OR lock_expires_at <= ?) AND (retries IS NULL OR retries > 0) AND suspended = 0';

const maxRounds = 20;
const filteredWindow = 200;

/**
 * Gives a worker up to `maxTasks` tasks and locks them for it. No task is ever given to two workers: candidates are read
 * without locks, locked by primary key with SKIP LOCKED and looked at again under the lock.
 */
export async function fetchAndLock(context: Context, request: FetchRequest): Promise<LockedExternalTask[]> {
  const locked: LockedExternalTask[] = [];
  const seen = new Set<string>();
  const filtered = request.topics.some((topic) => topic.processVariables !== null);
  for (let round = 0; round < maxRounds && locked.length < request.maxTasks; round++) {
    const wanted = request.maxTasks - locked.length;
    const candidates = await findCandidates(context, request, seen, filtered ? filteredWindow : wanted);
    if (candidates.length === 0) break;
    for (const { id } of candidates) seen.add(id);
    locked.push(...(await lockFree(context, request, candidates, wanted)));
  }
  return locked;
}

async function findCandidates(
  context: Context,
  request: FetchRequest,
  seen: ReadonlySet<string>,
  limit: number,
): Promise<ExternalTask[]> {
  if (request.topics.length === 0 || limit <= 0) return [];
  const topics = request.topics.map(topicCondition);
  const unseen = seen.size === 0 ? '' : `AND id NOT IN (${places([...seen])})`;
  const order = `${request.usePriority ? 'priority DESC, ' : ''}created_at ${request.newestFirst ? 'DESC' : 'ASC'}, id ${request.newestFirst ? 'DESC' : 'ASC'}`;
  const rows = await context.sql.all<ExternalTaskRow>(
    `SELECT ${externalTaskColumns} FROM external_task WHERE (${topics.map(({ sql }) => sql).join(' OR ')}) AND ${fetchable} ${unseen}
     ORDER BY ${order} LIMIT ${limit}`,
    [...topics.flatMap(({ values }) => values), context.now(), ...seen],
  );
  return rows.map(toExternalTask);
}

function topicCondition(topic: FetchTopic): { sql: string; values: SqlValue[] } {
  const parts = ['topic = ?'];
  const values: SqlValue[] = [topic.topic];
  if (topic.businessKey !== null) {
    parts.push('business_key = ?');
    values.push(topic.businessKey);
  }
  for (const [column, allowed] of [
    ['definition_id', topic.definitionIds],
    ['process_key', topic.processKeys],
    ['tenant_id', topic.tenantIds],
  ] as const) {
    if (allowed === null) continue;
    parts.push(allowed.length === 0 ? '1 = 0' : `${column} IN (${places(allowed)})`);
    values.push(...allowed);
  }
  if (topic.versionTag !== null) {
    parts.push('definition_id IN (SELECT id FROM process_definition WHERE version_tag = ?)');
    values.push(topic.versionTag);
  }
  return { sql: `(${parts.join(' AND ')})`, values };
}

/** Locks what is still free of the candidates, in their order, up to `wanted`. */
async function lockFree(
  context: Context,
  request: FetchRequest,
  candidates: readonly ExternalTask[],
  wanted: number,
): Promise<LockedExternalTask[]> {
  const { sql } = context;
  return transaction(context.database, async () => {
    const now = context.now();
    const ids = candidates.map(({ id }) => id);
    const free = await sql.all<ExternalTaskRow>(
      `SELECT ${externalTaskColumns} FROM external_task WHERE id IN (${places(ids)}) AND ${fetchable} ${sql.skipLocked}`,
      [...ids, now],
    );
    const states = await statesOf(
      context,
      free.map((row) => String(row.instance_id)),
    );
    const order = new Map(ids.map((id, index) => [id, index]));
    const given = free
      .map(toExternalTask)
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .flatMap((task) => give(request, task, states.get(task.instanceId), now))
      .slice(0, wanted);
    const tasks: LockedExternalTask[] = [];
    for (const { task, topic } of given)
      tasks.push(
        topic.extensionProperties
          ? { ...task, extensionProperties: await propertiesOf(context, task) }
          : task,
      );
    for (const expires of new Set(tasks.map((task) => task.lockExpiresAt))) {
      const group = tasks.filter((task) => task.lockExpiresAt === expires);
      await sql.run(
        `UPDATE external_task SET worker_id = ?, lock_expires_at = ? WHERE id IN (${places(group)})`,
        [request.workerId, expires, ...group.map(({ id }) => id)],
      );
    }
    return tasks;
  });
}

/** The task as the worker gets it, by the first topic that asks for it; nothing when none does. */
function give(
  request: FetchRequest,
  task: ExternalTask,
  state: InstanceState | undefined,
  now: number,
): { task: LockedExternalTask; topic: FetchTopic }[] {
  const { local, visible, process } = state
    ? variablesAt(state, task.token)
    : { local: {}, visible: {}, process: {} };
  const topic = request.topics.find(
    (candidate) => candidate.topic === task.topic && hasVariables(process, candidate.processVariables),
  );
  if (!topic) return [];
  const locked: LockedExternalTask = {
    ...task,
    workerId: request.workerId,
    lockExpiresAt: now + topic.lockMilliseconds,
    variables: pick(topic.localVariables ? local : visible, topic.variables),
    extensionProperties: {},
  };
  return [{ task: locked, topic }];
}

function hasVariables(variables: VariableValues, wanted: VariableValues | null): boolean {
  return Object.entries(wanted ?? {}).every(
    ([name, value]) => Object.hasOwn(variables, name) && variables[name] === value,
  );
}

async function propertiesOf(context: Context, task: ExternalTask): Promise<Readonly<Record<string, string>>> {
  const definition = await findDefinition(context, task.definitionId);
  const process = definition?.bundle.processes.get(task.processKey) ?? definition?.process;
  return process?.graph.nodes[task.elementId]?.properties ?? {};
}

function pick(variables: VariableValues, names: readonly string[] | null): VariableValues {
  if (names === null) return variables;
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  );
}
