import { pathsOf, waitPath } from './activity-tree.ts';
import {
  byOccurrence,
  byTime,
  type RestActivity,
  type RestExternalTask,
  type RestHistory,
  type RestJob,
  type RestJobDefinition,
  type RestLists,
  type RestSubscription,
  type RestTask,
  type RestTransition,
  type RestVariable,
} from './rest-answers.ts';
import type { RestClient } from './rest-client.ts';
import { type Executions, TreeReading } from './rest-tree.ts';
import type { HistoryRecord, JobRecord, Snapshot, TaskRecord } from './snapshot.ts';
import { plainValue } from './typed-value.ts';

/** What waits, with the ids by which the engine is told what to do with it. */
export interface RestWaits {
  readonly tasks: readonly Wait[];
  readonly externalTasks: readonly Wait[];
  readonly jobs: readonly Wait[];
  readonly messages: readonly (Wait & { readonly executionId: string; readonly name: string })[];
  /** activity and transition instances */
  readonly activities: readonly (Wait & { readonly executionId?: string; readonly transition: boolean })[];
}

export interface Wait {
  readonly at: string;
  readonly id: string;
}

/** One instance and the instances that it calls, as an engine tells them over its REST API. */
export class RestView {
  readonly #client: RestClient;
  readonly #instanceId: string;
  readonly #candidates = new Map<string, { users: string[]; groups: string[] }>();
  readonly #jobDefinitions = new Map<string, RestJobDefinition>();

  constructor(client: RestClient, instanceId: string) {
    this.#client = client;
    this.#instanceId = instanceId;
  }

  async read(): Promise<{ snapshot: Snapshot; waits: RestWaits }> {
    const [history, tree] = await Promise.all([
      this.#history(),
      this.#client.find<RestActivity>(`/process-instance/${this.#instanceId}/activity-instances`),
    ]);
    if (tree === undefined) return this.#ended(history);
    const processOf = new Map(
      history.map((record) => [record.processInstanceId, record.processDefinitionKey]),
    );
    const callers = new Map(
      history.flatMap(({ calledProcessInstanceId: called, id, endTime }) =>
        called === null || endTime !== null ? [] : [[called, id] as const],
      ),
    );
    const trees = new Map<string, RestActivity>();
    for (const called of callers.keys()) {
      const found = await this.#client.find<RestActivity>(`/process-instance/${called}/activity-instances`);
      if (found !== undefined) trees.set(called, found);
    }
    const instances = [this.#instanceId, ...trees.keys()];
    const lists = await Promise.all(instances.map((id) => this.#listsOf(id)));
    const reading = new TreeReading({
      variables: lists.flatMap((list) => list.variables),
      jobExecutions: new Set(lists.flatMap((list) => list.jobs.map(({ executionId }) => executionId))),
      calledBy: (activityId) =>
        [...trees]
          .filter(([called]) => callers.get(called) === activityId)
          .map(([called, inside]) => ({ key: processOf.get(called) ?? called, tree: inside })),
    });
    const paths = pathsOf(reading.read(tree));
    const { transitions, executions, finished } = reading;
    return this.#assemble({
      paths,
      transitions,
      executions,
      history,
      lists: lists.map((list) => ({
        ...list,
        variables: list.variables.filter(({ executionId }) => !finished.has(executionId)),
      })),
    });
  }

  async #assemble(parts: {
    readonly paths: ReadonlyMap<string, string>;
    readonly transitions: ReadonlyMap<string, RestTransition>;
    readonly executions: Executions;
    readonly history: readonly RestHistory[];
    readonly lists: readonly RestLists[];
  }): Promise<{ snapshot: Snapshot; waits: RestWaits }> {
    const { paths, transitions, executions, history, lists } = parts;
    const pathOf = (found: string | undefined): string => paths.get(found ?? '') ?? `unknown ${found}`;
    const inner = (id: string): string => pathOf(executions.inner.get(id));
    const outer = (id: string): string => pathOf(executions.outer.get(id));
    // A scope shares its execution with the one activity inside it; an event that is not that activity waits on the scope.
    const waitAt = (executionId: string, elementId: string): string => {
      const own = waitPath(inner(executionId), elementId);
      return own.includes('!') ? waitPath(outer(executionId), elementId) : own;
    };
    const tasks = lists
      .flatMap((list) => list.tasks)
      .sort((a, b) => byTime(a.id, b.id))
      .map((task) => ({ task, at: inner(task.executionId) }));
    const externalTasks = lists
      .flatMap((list) => list.externalTasks)
      .sort((a, b) => byTime(a.id, b.id))
      .map((task) => ({
        task,
        at: paths.get(task.activityInstanceId) ?? `unknown ${task.activityInstanceId}`,
      }));
    const subscriptions = lists
      .flatMap((list) => list.subscriptions)
      .filter(({ eventType }) => eventType === 'message' || eventType === 'signal')
      .sort((a, b) => byTime(a.id, b.id))
      .map((found) => ({ found, at: waitAt(found.executionId, found.activityId) }));
    const jobs = await Promise.all(
      lists
        .flatMap((list) => list.jobs)
        .sort((a, b) => byTime(a.id, b.id))
        .map(async (job) => {
          const definition = await this.#jobDefinition(job.jobDefinitionId);
          const kind: JobRecord['kind'] = definition.jobType.startsWith('timer') ? 'timer' : 'continuation';
          const { executionId } = job;
          return {
            job,
            kind,
            at: kind === 'timer' ? waitAt(executionId, definition.activityId) : inner(executionId),
          };
        }),
    );
    const snapshot: Snapshot = {
      ended: false,
      active: [...paths.values()].filter((path) => path !== ''),
      variables: lists.flatMap((list) =>
        list.variables.map((variable) => ({
          at: outer(variable.executionId),
          name: variable.name,
          value: plainValue(variable),
        })),
      ),
      tasks: await Promise.all(tasks.map(({ task, at }) => this.#task(task, at))),
      externalTasks: externalTasks.map(({ task, at }) => ({
        at,
        topic: task.topicName,
        priority: task.priority,
      })),
      subscriptions: subscriptions.map(({ found, at }) => ({
        at,
        kind: found.eventType,
        name: found.eventName ?? '',
      })),
      jobs: jobs.map(({ job, kind, at }) => ({
        at,
        kind,
        due: kind === 'timer' ? instant(job.dueDate) : null,
      })),
      history: historyRecords(history, this.#instanceId),
    };
    return {
      snapshot,
      waits: {
        tasks: tasks.map(({ task, at }) => ({ at, id: task.id })),
        externalTasks: externalTasks.map(({ task, at }) => ({ at, id: task.id })),
        jobs: jobs.map(({ job, at }) => ({ at, id: job.id })),
        messages: subscriptions.map(({ found, at }) => ({
          at,
          id: found.id,
          executionId: found.executionId,
          name: found.eventName ?? '',
        })),
        activities: [...paths].map(([id, at]) => {
          const executionId =
            transitions.get(id)?.executionId ??
            [...executions.inner].find(([, activity]) => activity === id)?.[0];
          return {
            at,
            id: transitions.get(id)?.id ?? id,
            transition: transitions.has(id),
            ...(executionId !== undefined && { executionId }),
          };
        }),
      },
    };
  }

  async #ended(history: readonly RestHistory[]): Promise<{ snapshot: Snapshot; waits: RestWaits }> {
    const variables = await this.#client.get<RestVariable[]>(
      `/history/variable-instance?processInstanceId=${this.#instanceId}&deserializeValues=false`,
    );
    const nothing = { tasks: [], externalTasks: [], subscriptions: [], jobs: [] };
    return {
      snapshot: {
        ended: true,
        active: [],
        variables: variables
          .filter(({ executionId }) => executionId === this.#instanceId)
          .map((variable) => ({ at: '', name: variable.name, value: plainValue(variable) })),
        ...nothing,
        history: historyRecords(history, this.#instanceId),
      },
      waits: { tasks: [], externalTasks: [], jobs: [], messages: [], activities: [] },
    };
  }

  async #history(): Promise<RestHistory[]> {
    const found: RestHistory[] = [];
    const open = [this.#instanceId];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const records = await this.#client.get<RestHistory[]>(
        `/history/activity-instance?processInstanceId=${next}&sortBy=occurrence&sortOrder=asc`,
      );
      found.push(...records);
      for (const { calledProcessInstanceId: called } of records) if (called !== null) open.push(called);
    }
    return found.sort(byOccurrence);
  }

  async #listsOf(instanceId: string): Promise<RestLists> {
    const by = `processInstanceId=${instanceId}`;
    const [variables, tasks, externalTasks, subscriptions, jobs] = await Promise.all([
      this.#client.get<RestVariable[]>(
        `/variable-instance?processInstanceIdIn=${instanceId}&deserializeValues=false`,
      ),
      this.#client.get<RestTask[]>(`/task?${by}`),
      this.#client.get<RestExternalTask[]>(`/external-task?${by}`),
      this.#client.get<RestSubscription[]>(`/event-subscription?${by}`),
      this.#client.get<RestJob[]>(`/job?${by}`),
    ]);
    return { variables, tasks, externalTasks, subscriptions, jobs };
  }

  async #task(task: RestTask, at: string): Promise<TaskRecord> {
    const { users, groups } = await this.#candidatesOf(task.id);
    return {
      at,
      name: task.name === '' ? null : task.name,
      assignee: task.assignee,
      candidateUsers: users,
      candidateGroups: groups,
      priority: task.priority,
      formKey: task.formKey,
      due: instant(task.due),
      followUp: instant(task.followUp),
    };
  }

  /** Asked once for each task: no script changes them. */
  async #candidatesOf(taskId: string): Promise<{ users: string[]; groups: string[] }> {
    const known = this.#candidates.get(taskId);
    if (known !== undefined) return known;
    const links = await this.#client.get<{ userId: string | null; groupId: string | null; type: string }[]>(
      `/task/${taskId}/identity-links?type=candidate`,
    );
    const candidates = {
      users: [...new Set(links.flatMap(({ userId }) => userId ?? []))].sort(),
      groups: [...new Set(links.flatMap(({ groupId }) => groupId ?? []))].sort(),
    };
    this.#candidates.set(taskId, candidates);
    return candidates;
  }

  async #jobDefinition(id: string): Promise<RestJobDefinition> {
    const known = this.#jobDefinitions.get(id);
    if (known !== undefined) return known;
    const found = await this.#client.get<RestJobDefinition>(`/job-definition/${id}`);
    this.#jobDefinitions.set(id, found);
    return found;
  }
}

function historyRecords(history: readonly RestHistory[], rootId: string): HistoryRecord[] {
  const byId = new Map(history.map((record) => [record.id, record]));
  const callers = new Map(
    history.flatMap((record) =>
      record.calledProcessInstanceId === null ? [] : [[record.calledProcessInstanceId, record] as const],
    ),
  );
  const pathOf = (record: RestHistory): string => {
    const parent = byId.get(record.parentActivityInstanceId);
    if (parent !== undefined) return `${pathOf(parent)}/${record.activityId}`;
    const caller = record.processInstanceId === rootId ? undefined : callers.get(record.processInstanceId);
    if (caller === undefined) return record.activityId;
    return `${pathOf(caller)}/${record.processDefinitionKey}/${record.activityId}`;
  };
  return history.map((record) => ({
    at: pathOf(record),
    type: record.activityType,
    name: record.activityName,
    ended: record.endTime !== null,
    canceled: record.canceled,
  }));
}

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
