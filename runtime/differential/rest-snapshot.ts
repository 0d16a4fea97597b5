import { type ActivityNode, pathsOf, waitPath } from './activity-tree.ts';
import type { RestClient } from './rest-client.ts';
import type { HistoryRecord, JobRecord, Snapshot, TaskRecord } from './snapshot.ts';
import { plainValue, type TypedValue } from './typed-value.ts';

interface RestActivity {
  readonly id: string;
  readonly activityId: string;
  readonly childActivityInstances: readonly RestActivity[];
  readonly childTransitionInstances: readonly RestTransition[];
  readonly executionIds: readonly string[];
}

interface RestTransition {
  readonly id: string;
  readonly activityId: string;
  readonly executionId: string;
}

interface RestVariable extends TypedValue {
  readonly name: string;
  readonly executionId: string;
}

interface RestTask {
  readonly id: string;
  readonly name: string | null;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly followUp: string | null;
  readonly priority: number;
  readonly formKey: string | null;
  readonly executionId: string;
  readonly created: string;
}

interface RestExternalTask {
  readonly id: string;
  readonly activityInstanceId: string;
  readonly topicName: string;
  readonly priority: number;
}

interface RestSubscription {
  readonly id: string;
  readonly eventType: string;
  readonly eventName: string | null;
  readonly executionId: string;
  readonly activityId: string;
}

interface RestJob {
  readonly id: string;
  readonly jobDefinitionId: string;
  readonly executionId: string;
  readonly dueDate: string | null;
}

interface RestJobDefinition {
  readonly id: string;
  readonly activityId: string;
  readonly jobType: string;
}

interface RestHistory {
  readonly id: string;
  readonly parentActivityInstanceId: string;
  readonly activityId: string;
  readonly activityName: string | null;
  readonly activityType: string;
  readonly processDefinitionKey: string;
  readonly processInstanceId: string;
  readonly calledProcessInstanceId: string | null;
  readonly endTime: string | null;
  readonly canceled: boolean;
}

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
    const variables = lists.flatMap((list) => list.variables);
    const executions: Executions = { outer: new Map(), inner: new Map() };
    const transitions = new Map<string, RestTransition>();
    const nodeOf = (activity: RestActivity, loop?: number): ActivityNode => {
      for (const id of activity.executionIds) {
        if (!executions.outer.has(id)) executions.outer.set(id, activity.id);
        executions.inner.set(id, activity.id);
      }
      const calledTrees = [...callers].filter(
        ([called, caller]) => caller === activity.id && trees.has(called),
      );
      const loopOf = loopCounters(activity, variables, executions);
      const children = activity.childActivityInstances.map((child) => nodeOf(child, loopOf.get(child.id)));
      for (const transition of activity.childTransitionInstances) {
        if (!executions.outer.has(transition.executionId))
          executions.outer.set(transition.executionId, transition.id);
        executions.inner.set(transition.executionId, transition.id);
        transitions.set(transition.id, transition);
        const loop = loopOf.get(transition.id);
        children.push({
          key: transition.id,
          elementId: transition.activityId,
          transition: true,
          ...(loop !== undefined && { loop }),
          children: [],
        });
      }
      for (const [called] of calledTrees) {
        const inside = trees.get(called);
        if (inside !== undefined)
          children.push({ ...nodeOf(inside), elementId: processOf.get(called) ?? called });
      }
      return {
        key: activity.id,
        elementId: activity.activityId,
        ...(loop !== undefined && { loop }),
        children,
      };
    };
    const paths = pathsOf(nodeOf(tree));
    return this.#assemble({ paths, transitions, executions, history, lists });
  }

  async #assemble(parts: {
    readonly paths: ReadonlyMap<string, string>;
    readonly transitions: ReadonlyMap<string, RestTransition>;
    readonly executions: Executions;
    readonly history: readonly RestHistory[];
    readonly lists: readonly Lists[];
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
            id,
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
    return found.sort((a, b) => byTime(a.id, b.id));
  }

  async #listsOf(instanceId: string): Promise<Lists> {
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

/** Activity instances by execution: the outermost and the innermost of those that share it. */
interface Executions {
  readonly outer: Map<string, string>;
  readonly inner: Map<string, string>;
}

interface Lists {
  readonly variables: readonly RestVariable[];
  readonly tasks: readonly RestTask[];
  readonly externalTasks: readonly RestExternalTask[];
  readonly subscriptions: readonly RestSubscription[];
  readonly jobs: readonly RestJob[];
}

/**
 * Which instance of a parallel multi-instance each child of its body is. A counter is a variable of the child's own
 * execution, or of the execution around it, which the tree names with the body only; children are begun in the order
 * of the counters. A sequential instance shares the execution of the body and needs no number.
 */
function loopCounters(
  body: RestActivity,
  variables: readonly RestVariable[],
  executions: Executions,
): ReadonlyMap<string, number> {
  const loops = new Map<string, number>();
  if (!body.activityId.endsWith('#multiInstanceBody')) return loops;
  const counters = variables.filter(
    ({ name, executionId }) => name === 'loopCounter' && executionId !== body.executionIds[0],
  );
  const children = [
    ...body.childActivityInstances.map(({ id, executionIds }) => ({ id, executionIds })),
    ...body.childTransitionInstances.map(({ id, executionId }) => ({ id, executionIds: [executionId] })),
  ].sort((a, b) => byTime(a.id, b.id));
  const around = counters
    .filter(({ executionId }) => body.executionIds.includes(executionId))
    .sort((a, b) => Number(a.value) - Number(b.value));
  for (const { id, executionIds } of children) {
    const own = counters.find(({ executionId }) => executionIds.includes(executionId)) ?? around.shift();
    if (own === undefined) continue;
    loops.set(id, Number(own.value));
    executions.outer.set(own.executionId, id);
  }
  return loops;
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

/**
 * Order of creation. The ids of Operaton are UUIDs of version 1, which hold the time in units of 100 ns; times of the
 * history itself are too coarse. Ids of any other kind stay in the order of the answer.
 */
function byTime(a: string, b: string): number {
  const [left, right] = [timeOf(a), timeOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function timeOf(id: string): string {
  const [low, middle, high] = id.slice(id.lastIndexOf(':') + 1).split('-');
  return high?.startsWith('1') === true ? `${high}${middle}${low}` : '';
}
