import {
  externalTasksOfInstances,
  setExternalTaskPriority,
  setExternalTaskRetries,
} from '../../usecases/external-tasks/adjust-external-task.ts';
import { extendLock, releaseLock, takeLock } from '../../usecases/external-tasks/change-lock.ts';
import { completeExternalTask } from '../../usecases/external-tasks/complete-external-task.ts';
import { requireExternalTask, toExternalTask } from '../../usecases/external-tasks/external-task.ts';
import { failExternalTask } from '../../usecases/external-tasks/fail-external-task.ts';
import {
  externalTaskQuery,
  listTopicNames,
  readErrorDetails,
} from '../../usecases/external-tasks/query-external-tasks.ts';
import { throwErrorAtExternalTask } from '../../usecases/external-tasks/throw-error-at-external-task.ts';
import {
  bpmnErrorBody,
  completeBody,
  extendLockBody,
  failureBody,
  fetchAndLockBody,
  lockBody,
  manyRetriesBody,
  priorityBody,
  retriesBody,
  topicNamesQuery,
} from './external-task-bodies.ts';
import { externalTaskJson, lockedExternalTaskJson } from './external-task-json.ts';
import { fetchRequestOf } from './fetch-request.ts';
import type { LongPoll } from './long-poll.ts';
import { parseBody } from './parse-body.ts';
import { queryRoutes } from './query-routes.ts';
import { sendText } from './rest-answer.ts';
import { invalidRequest } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import { readTypedValues } from './typed-values.ts';

const path = '/external-task';
const idOf = ({ params }: RestCall): string => params.id ?? '';

/** `/external-task` of the Camunda 7 REST API. */
export const externalTaskRoutes = (longPoll: LongPoll): readonly RestRoute[] => [
  ...queryRoutes({
    path,
    permission: 'external-task.read',
    query: externalTaskQuery,
    present: async (_context, rows) => rows.map((row) => externalTaskJson(toExternalTask(row))),
  }),
  route('post', `${path}/fetchAndLock`, 'external-task.work', async (_context, { body, response }) => {
    const wanted = parseBody(fetchAndLockBody, body);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const tasks = await longPoll.fetch(fetchRequestOf(wanted), wanted.asyncResponseTimeout ?? 0, gone.signal);
    return tasks.map(lockedExternalTaskJson);
  }),
  route('get', `${path}/topic-names`, 'external-task.read', (context, { query }) =>
    listTopicNames(context, parseBody(topicNamesQuery, query)),
  ),
  route('put', `${path}/retries`, 'external-task.manage', async (context, { body }) => {
    const { retries, externalTaskIds, processInstanceIds } = parseBody(manyRetriesBody, body);
    const ids = [
      ...(externalTaskIds ?? []),
      ...(await externalTasksOfInstances(context, processInstanceIds ?? [])),
    ];
    if (ids.length === 0) throw invalidRequest('externalTaskIds is empty');
    await setExternalTaskRetries(context, ids, retries);
  }),
  route('post', `${path}/retries-async`, 'external-task.manage', async () => {
    throw invalidRequest(
      'There are no batches: PUT /external-task/retries sets the retries of many tasks in one transaction',
    );
  }),
  route('get', `${path}/:id`, 'external-task.read', async (context, call) =>
    externalTaskJson(await requireExternalTask(context, idOf(call))),
  ),
  route('get', `${path}/:id/errorDetails`, 'external-task.read', async (context, call) => {
    await requireExternalTask(context, idOf(call));
    const details = await readErrorDetails(context, idOf(call));
    if (details !== null) sendText(call.response, details);
  }),
  route('post', `${path}/:id/complete`, 'external-task.work', async (context, call) => {
    const body = parseBody(completeBody, call.body);
    await completeExternalTask(context, {
      id: idOf(call),
      workerId: body.workerId,
      variables: readTypedValues(body.variables),
      localVariables: readTypedValues(body.localVariables),
    });
  }),
  route('post', `${path}/:id/failure`, 'external-task.work', async (context, call) => {
    const body = parseBody(failureBody, call.body);
    await failExternalTask(context, {
      id: idOf(call),
      workerId: body.workerId,
      errorMessage: body.errorMessage ?? null,
      errorDetails: body.errorDetails ?? null,
      retries: body.retries,
      retryMilliseconds: body.retryTimeout,
      variables: readTypedValues(body.variables),
      localVariables: readTypedValues(body.localVariables),
    });
  }),
  route('post', `${path}/:id/bpmnError`, 'external-task.work', async (context, call) => {
    const body = parseBody(bpmnErrorBody, call.body);
    await throwErrorAtExternalTask(context, {
      id: idOf(call),
      workerId: body.workerId,
      errorCode: body.errorCode,
      errorMessage: body.errorMessage ?? null,
      variables: readTypedValues(body.variables),
    });
  }),
  route('post', `${path}/:id/extendLock`, 'external-task.work', async (context, call) => {
    const { workerId, newDuration } = parseBody(extendLockBody, call.body);
    await extendLock(context, { id: idOf(call), workerId, lockMilliseconds: newDuration });
  }),
  route('post', `${path}/:id/lock`, 'external-task.work', async (context, call) => {
    const { workerId, lockDuration } = parseBody(lockBody, call.body);
    await takeLock(context, { id: idOf(call), workerId, lockMilliseconds: lockDuration });
  }),
  route('post', `${path}/:id/unlock`, 'external-task.work', (context, call) =>
    releaseLock(context, idOf(call)),
  ),
  route('put', `${path}/:id/retries`, 'external-task.manage', (context, call) =>
    setExternalTaskRetries(context, [idOf(call)], parseBody(retriesBody, call.body).retries),
  ),
  route('put', `${path}/:id/priority`, 'external-task.manage', (context, call) =>
    setExternalTaskPriority(context, idOf(call), parseBody(priorityBody, call.body).priority),
  ),
];
