import type { Context } from '../../context.ts';
import {
  asksForCalled,
  calledQuery,
  historicCalledQuery,
} from '../../usecases/engine-queries/called-instance-query.ts';
import type { EngineQuery, QueryRequest, QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { historicActivityQuery, historicTaskQuery } from '../../usecases/engine-queries/history-queries.ts';
import { inInstance } from '../../usecases/engine-queries/instance-id.ts';
import { historicInstanceQuery, instanceQuery } from '../../usecases/engine-queries/instance-query.ts';
import { runQuery } from '../../usecases/engine-queries/run-query.ts';
import { taskQuery } from '../../usecases/engine-queries/task-query.ts';
import {
  eventSubscriptionQuery,
  executionQuery,
  incidentQuery,
  jobQuery,
} from '../../usecases/engine-queries/wait-queries.ts';
import type { RestPermission } from './access-table.ts';
import { historicInstanceJson, instanceJson } from './instance-json.ts';
import { queryRoutes } from './query-routes.ts';
import { notFound } from './rest-failure.ts';
import { type RestRoute, route } from './rest-route.ts';
import { historicTaskJson, taskJson } from './task-json.ts';
import {
  eventSubscriptionJson,
  executionJson,
  historicActivityJson,
  incidentJson,
  jobJson,
} from './wait-json.ts';

interface Readable {
  readonly path: string;
  readonly permission: RestPermission;
  readonly query: EngineQuery;
  readonly json: (row: QueryRow) => unknown;
  /** Of called processes: their ids have another form. */
  readonly called?: EngineQuery;
  /** What is said of an id that is not there; without it there is no `GET` by id. */
  readonly missing?: (id: string) => string;
  /** Condition on one id, with the values of its places, when the key has another form. */
  readonly byId?: (id: string) => Named;
  /** The query for one id, where what is archived can only be found by one. */
  readonly archivedBy?: (id: string) => QueryRequest;
}

interface Named {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const calledBy = (id: string): Named => inInstance({ instance: 'a.instance_id', calledBy: 'a.activity' }, id);

const readOne = (context: Context, query: EngineQuery, named: Named): Promise<QueryRow | null> =>
  context.sql.one<QueryRow>(
    `SELECT ${query.select} FROM ${query.from} WHERE ${query.always ? `${query.always} AND ` : ''}${named.sql}`,
    named.values,
  );

/** One line a kind of thing that can be queried, counted and read by its id. */
const readable: readonly Readable[] = [
  {
    path: '/process-instance',
    permission: 'instance.read',
    query: instanceQuery,
    called: calledQuery,
    json: instanceJson,
    missing: (id) => `Process instance with id ${id} does not exist`,
  },
  {
    path: '/task',
    permission: 'task.read',
    query: taskQuery,
    json: taskJson,
    missing: (id) => `No matching task with id ${id}`,
  },
  {
    path: '/job',
    permission: 'job.read',
    query: jobQuery,
    json: jobJson,
    missing: (id) => `Job with id ${id} does not exist`,
  },
  {
    path: '/incident',
    permission: 'incident.read',
    query: incidentQuery,
    json: incidentJson,
    missing: (id) => `No matching incident with id ${id}`,
  },
  {
    path: '/event-subscription',
    permission: 'instance.read',
    query: eventSubscriptionQuery,
    json: eventSubscriptionJson,
  },
  {
    path: '/execution',
    permission: 'instance.read',
    query: executionQuery,
    json: executionJson,
    missing: (id) => `Execution with id ${id} does not exist`,
    byId: (id) => {
      const [instance = '', token = '0'] = id.split(':');
      return { sql: 'e.instance_id = ? AND e.token = ?', values: [instance, Number(token)] };
    },
  },
  {
    path: '/history/process-instance',
    permission: 'history.read',
    query: historicInstanceQuery,
    called: historicCalledQuery,
    json: historicInstanceJson,
    missing: (id) => `Historic process instance with id ${id} does not exist`,
  },
  {
    path: '/history/activity-instance',
    permission: 'history.read',
    query: historicActivityQuery,
    json: historicActivityJson,
    missing: (id) => `Historic activity instance with id '${id}' does not exist`,
    byId: (id) => {
      const [, instance = '', activity = '0'] = id.split(':');
      return { sql: 'a.instance_id = ? AND a.activity = ?', values: [instance, Number(activity)] };
    },
    archivedBy: (id) => ({
      filters: { activityInstanceId: id },
      any: [],
      variables: [],
      order: [],
      first: 0,
      max: 1,
    }),
  },
  {
    path: '/history/task',
    permission: 'history.read',
    query: historicTaskQuery,
    json: historicTaskJson,
  },
];

export const readRoutes: readonly RestRoute[] = readable.flatMap(
  ({ path, permission, query, called, json, missing, byId, archivedBy }) => [
    ...queryRoutes({
      path,
      permission,
      query,
      other: called && { query: called, isMeant: asksForCalled },
      present: async (_context, rows) => rows.map(json),
    }),
    ...(missing
      ? [
          route('get', `${path}/:id`, permission, async (context, { params: { id = '' } }) => {
            const named = byId?.(id) ?? { sql: `${query.key} = ?`, values: [id] };
            const row =
              (await readOne(context, query, named)) ??
              (query.also && (await readOne(context, query.also, named))) ??
              (called && (await readOne(context, called, calledBy(id)))) ??
              (archivedBy && (await runQuery(context, query, archivedBy(id)))[0]);
            if (!row) throw notFound(missing(id));
            return json(row);
          }),
        ]
      : []),
  ],
);
