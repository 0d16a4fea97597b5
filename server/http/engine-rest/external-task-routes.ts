import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type Request, Router } from 'express';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import {
  setExternalTaskPriority,
  setExternalTaskRetries,
} from '../../usecases/external-tasks/adjust-external-task.ts';
import { extendLock, releaseLock, takeLock } from '../../usecases/external-tasks/change-lock.ts';
import { completeExternalTask } from '../../usecases/external-tasks/complete-external-task.ts';
import { requireExternalTask } from '../../usecases/external-tasks/external-task.ts';
import { failExternalTask } from '../../usecases/external-tasks/fail-external-task.ts';
import {
  countExternalTasks,
  queryExternalTasks,
  readErrorDetails,
} from '../../usecases/external-tasks/query-external-tasks.ts';
import {
  bpmnErrorBody,
  completeBody,
  extendLockBody,
  failureBody,
  fetchAndLockBody,
  lockBody,
  priorityBody,
  retriesBody,
} from './external-task-bodies.ts';
import { externalTaskJson, lockedExternalTaskJson } from './external-task-json.ts';
import { externalTaskQuery, filterOf, pageOf } from './external-task-query.ts';
import { fetchRequestOf } from './fetch-request.ts';
import type { LongPoll } from './long-poll.ts';
import { sendJson, sendNothing } from './rest-answer.ts';
import { badRequest } from './rest-error.ts';
import { readTypedValues, type TypedValue } from './typed-values.ts';

type WithId = Request<{ id: string }>;

/** `/external-task` of the Camunda 7 REST API. */
export function externalTaskRoutes(context: Context, longPoll: LongPoll): Router {
  const router = Router();

  router.post('/fetchAndLock', async (request, response) => {
    const body = parse(fetchAndLockBody, request.body);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const tasks = await longPoll.fetch(fetchRequestOf(body), body.asyncResponseTimeout ?? 0, gone.signal);
    sendJson(response, 200, tasks.map(lockedExternalTaskJson));
  });

  const list = async (input: unknown) => {
    const query = parse(externalTaskQuery, input);
    return (await queryExternalTasks(context, filterOf(query), pageOf(query))).map(externalTaskJson);
  };
  const count = async (input: unknown) => ({
    count: await countExternalTasks(context, filterOf(parse(externalTaskQuery, input))),
  });
  router.get('/', async (request, response) => sendJson(response, 200, await list(request.query)));
  router.post('/', async (request, response) =>
    sendJson(response, 200, await list({ ...request.body, ...paging(request) })),
  );
  router.get('/count', async (request, response) => sendJson(response, 200, await count(request.query)));
  router.post('/count', async (request, response) =>
    sendJson(response, 200, await count(request.body ?? {})),
  );

  router.get('/:id', async (request, response) => {
    sendJson(response, 200, externalTaskJson(await requireExternalTask(context, request.params.id)));
  });

  router.get('/:id/errorDetails', async (request, response) => {
    await requireExternalTask(context, request.params.id);
    const details = await readErrorDetails(context, request.params.id);
    if (details === null) sendNothing(response);
    else response.type('text/plain').send(details);
  });

  router.post('/:id/complete', async (request: WithId, response) => {
    const body = parse(completeBody, request.body);
    refuseLocalVariables(body.localVariables);
    await completeExternalTask(context, {
      id: request.params.id,
      workerId: body.workerId,
      variables: readTypedValues(body.variables),
    });
    sendNothing(response);
  });

  router.post('/:id/failure', async (request: WithId, response) => {
    const body = parse(failureBody, request.body);
    refuseLocalVariables({ ...body.variables, ...body.localVariables });
    await failExternalTask(context, {
      id: request.params.id,
      workerId: body.workerId,
      errorMessage: body.errorMessage ?? null,
      errorDetails: body.errorDetails ?? null,
      retries: body.retries,
      retryMilliseconds: body.retryTimeout,
    });
    sendNothing(response);
  });

  router.post('/:id/bpmnError', async (request: WithId) => {
    const { errorCode } = parse(bpmnErrorBody, request.body);
    const task = await requireExternalTask(context, request.params.id);
    throw badRequest(
      `External Task ${task.id} cannot throw the BPMN error '${errorCode}': error events are not supported yet. Report a failure instead.`,
    );
  });

  router.post('/:id/extendLock', async (request: WithId, response) => {
    const { workerId, newDuration } = parse(extendLockBody, request.body);
    await extendLock(context, { id: request.params.id, workerId, lockMilliseconds: newDuration });
    sendNothing(response);
  });

  router.post('/:id/lock', async (request: WithId, response) => {
    const { workerId, lockDuration } = parse(lockBody, request.body);
    await takeLock(context, { id: request.params.id, workerId, lockMilliseconds: lockDuration });
    sendNothing(response);
  });

  router.post('/:id/unlock', async (request: WithId, response) => {
    await releaseLock(context, request.params.id);
    sendNothing(response);
  });

  router.put('/:id/retries', async (request: WithId, response) => {
    await setExternalTaskRetries(context, request.params.id, parse(retriesBody, request.body).retries);
    sendNothing(response);
  });

  router.put('/:id/priority', async (request: WithId, response) => {
    await setExternalTaskPriority(context, request.params.id, parse(priorityBody, request.body).priority);
    sendNothing(response);
  });

  return router;
}

/** A posted query takes its page from the address, as Camunda has it. */
function paging({ query }: Request): Record<string, unknown> {
  const { firstResult, maxResults } = query;
  return {
    ...(firstResult === undefined ? {} : { firstResult }),
    ...(maxResults === undefined ? {} : { maxResults }),
  };
}

/** They would be lost: the engine has no place for variables of a task alone at this point yet. */
function refuseLocalVariables(values: Readonly<Record<string, TypedValue>> | null | undefined): void {
  const [name] = Object.keys(values ?? {});
  if (name !== undefined)
    throw badRequest(`Cannot set variable '${name}': a worker sets variables of the process, by complete`);
}

function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('invalid-request', problems.join('; '), {});
}
