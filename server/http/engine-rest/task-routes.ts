import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import {
  assignTask,
  claimTaskFor,
  commandTask,
  delegateTaskTo,
  resolveTaskOf,
  unclaimTaskOf,
} from '../../usecases/engine-tasks/change-task.ts';
import { changeIdentityLink, identityLinksOf } from '../../usecases/engine-tasks/identity-links.ts';
import { openTask } from '../../usecases/engine-tasks/open-task.ts';
import {
  createComment,
  findComment,
  listComments,
  type TaskComment,
} from '../../usecases/engine-tasks/task-comments.ts';
import { changeVariables } from '../../usecases/engine-variables/change-variables.ts';
import { readVariables } from '../../usecases/engine-variables/variable-scope.ts';
import { camundaDate } from './camunda-date.ts';
import { typedValues } from './external-task-bodies.ts';
import { parseBody } from './parse-body.ts';
import { notFound, RestFailure } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import { selfLink } from './self-link.ts';
import { readTypedValues, writeTypedValues } from './typed-values.ts';

const path = '/task/:id';
const idOf = ({ params }: RestCall): string => params.id ?? '';

const userId = z.string().min(1).max(36, { error: 'a user id has at most 36 characters' });
const optionalUser = z.object({ userId: userId.nullish() });
const requiredUser = z.object({ userId });
const completeBody = z.object({ variables: typedValues, withVariablesInReturn: z.boolean().nullish() });
const code = z.string().min(1).max(255);
const errorBody = z.object({
  errorCode: code,
  errorMessage: z.string().max(4_000).nullish(),
  variables: typedValues,
});
const escalationBody = z.object({ escalationCode: code, variables: typedValues });
const commentBody = z.object({ message: z.string().min(1).max(20_000), userId: userId.nullish() });
const linkBody = z
  .object({
    userId: userId.nullish(),
    groupId: z.string().min(1).max(90).nullish(),
    type: z.enum(['candidate', 'assignee', 'owner'], {
      error: 'the type of an identity link is candidate, assignee or owner',
    }),
  })
  .refine((link) => (link.userId ? !link.groupId : link.groupId && link.type === 'candidate'), {
    error: 'Identity Link requires userId or groupId, but not both.',
  });

/** Camunda 7 answers a command on a task that is not there with 500. */
function command(verb: string, run: RestRoute['handle']): RestRoute['handle'] {
  return async (context, call) => {
    try {
      return await run(context, call);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code: reason, detail } = error;
      if (reason === 'not-found' && detail.kind === 'task')
        throw new RestFailure(
          500,
          'RestException',
          `Cannot ${verb} task ${idOf(call)}: Cannot find task with id ${idOf(call)}: task is null`,
        );
      if (reason === 'task-taken') throw new RestFailure(500, 'TaskAlreadyClaimedException', error.message);
      if (reason === 'instance-suspended')
        throw new RestFailure(500, 'SuspendedEntityInteractionException', `task ${idOf(call)} is suspended`);
      throw error;
    }
  };
}

async function complete(context: Context, call: RestCall): Promise<unknown> {
  const { variables, withVariablesInReturn } = parseBody(completeBody, call.body);
  const { instanceId } = await openTask(context, idOf(call));
  await commandTask(context, idOf(call), (token) => ({
    type: 'complete-user-task',
    token,
    variables: readTypedValues(variables) as Variables,
  }));
  if (!withVariablesInReturn) return undefined;
  return writeTypedValues(await readVariables(context, { instanceId, token: null, local: false }));
}

const commentJson = (comment: TaskComment, links: readonly unknown[] = []) => ({
  links,
  id: comment.id,
  userId: comment.userId,
  time: camundaDate(comment.createdAt),
  taskId: comment.taskId,
  message: comment.message,
  removalTime: null,
  rootProcessInstanceId: comment.instanceId,
  processInstanceId: comment.instanceId,
});

/** Commands on tasks; lists and single tasks are among the queries, variables among the variables. */
export const taskRoutes: readonly RestRoute[] = [
  route(
    'post',
    `${path}/claim`,
    'task.work',
    command('claim', (context, call) =>
      claimTaskFor(context, idOf(call), parseBody(optionalUser, call.body).userId ?? null),
    ),
  ),
  route(
    'post',
    `${path}/unclaim`,
    'task.work',
    command('unclaim', (context, call) => unclaimTaskOf(context, idOf(call))),
  ),
  route(
    'post',
    `${path}/assignee`,
    'task.work',
    command('assign', (context, call) =>
      assignTask(context, idOf(call), parseBody(optionalUser, call.body).userId ?? null),
    ),
  ),
  route(
    'post',
    `${path}/delegate`,
    'task.work',
    command('delegate', (context, call) =>
      delegateTaskTo(context, idOf(call), parseBody(requiredUser, call.body).userId),
    ),
  ),
  route(
    'post',
    `${path}/resolve`,
    'task.work',
    command('resolve', async (context, call) => {
      const variables = readTypedValues(parseBody(completeBody, call.body).variables);
      if (Object.keys(variables).length > 0) {
        const { instanceId, token } = await openTask(context, idOf(call));
        await changeVariables(context, { instanceId, token, local: false }, { set: variables, remove: [] });
      }
      await resolveTaskOf(context, idOf(call));
    }),
  ),
  route('post', `${path}/complete`, 'task.work', command('complete', complete)),
  route('post', `${path}/submit-form`, 'task.work', command('submit task form', complete)),
  route(
    'post',
    `${path}/bpmnError`,
    'task.work',
    command('throw an error at', (context, call) => {
      const body = parseBody(errorBody, call.body);
      return commandTask(context, idOf(call), (token) => ({
        type: 'throw-error',
        token,
        code: body.errorCode,
        ...(body.errorMessage ? { message: body.errorMessage } : {}),
        variables: readTypedValues(body.variables) as Variables,
      }));
    }),
  ),
  route(
    'post',
    `${path}/bpmnEscalation`,
    'task.work',
    command('escalate at', (context, call) => {
      const body = parseBody(escalationBody, call.body);
      return commandTask(context, idOf(call), (token) => ({
        type: 'throw-escalation',
        token,
        code: body.escalationCode,
        variables: readTypedValues(body.variables) as Variables,
      }));
    }),
  ),
  route('get', `${path}/form-variables`, 'task.read', async (context, call) => {
    const { instanceId, token } = await openTask(context, idOf(call));
    const wanted = typeof call.query.variableNames === 'string' ? call.query.variableNames.split(',') : null;
    const visible = Object.entries(await readVariables(context, { instanceId, token, local: false }));
    return writeTypedValues(Object.fromEntries(visible.filter(([name]) => wanted?.includes(name) ?? true)));
  }),
  route('get', `${path}/form`, 'task.read', async (context, call) => {
    await openTask(context, idOf(call));
    const row = await context.sql.one<{ form_key: string }>('SELECT form_key FROM task WHERE id = ?', [
      idOf(call),
    ]);
    return { key: row?.form_key || null, camundaFormRef: null, contextPath: null };
  }),
  route('get', `${path}/identity-links`, 'task.read', async (context, call) => {
    const links = await identityLinksOf(context, idOf(call));
    const { type } = call.query;
    return links.filter((link) => typeof type !== 'string' || link.type === type);
  }),
  route(
    'post',
    `${path}/identity-links`,
    'task.work',
    command('link', (context, call) => changeIdentityLink(context, idOf(call), linkOf(call), true)),
  ),
  route(
    'post',
    `${path}/identity-links/delete`,
    'task.work',
    command('unlink', (context, call) => changeIdentityLink(context, idOf(call), linkOf(call), false)),
  ),
  route('get', `${path}/comment`, 'task.read', async (context, call) =>
    (await listComments(context, idOf(call))).map((comment) => commentJson(comment)),
  ),
  route('post', `${path}/comment/create`, 'task.work', async (context, call) => {
    const { message, userId: author } = parseBody(commentBody, call.body);
    const comment = await createComment(context, idOf(call), { message, userId: author ?? null });
    return commentJson(comment, [selfLink(call, `/task/${comment.taskId}/comment/${comment.id}`)]);
  }),
  route('get', `${path}/comment/:commentId`, 'task.read', async (context, call) => {
    const comment = await findComment(context, idOf(call), call.params.commentId ?? '');
    if (!comment)
      throw notFound(
        `Task comment with id ${call.params.commentId} does not exist for task id '${idOf(call)}'.`,
      );
    return commentJson(comment);
  }),
];

function linkOf(call: RestCall) {
  const link = parseBody(linkBody, call.body);
  return { userId: link.userId ?? null, groupId: link.groupId ?? null, type: link.type };
}
