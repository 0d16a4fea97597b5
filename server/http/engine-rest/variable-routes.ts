import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readExecutionId } from '../../usecases/engine-queries/shared-filters.ts';
import { openTask } from '../../usecases/engine-tasks/open-task.ts';
import { changeVariables } from '../../usecases/engine-variables/change-variables.ts';
import { readVariables, type VariableScope } from '../../usecases/engine-variables/variable-scope.ts';
import type { Account, RestPermission } from './access-table.ts';
import { names, typedValue, typedValues } from './external-task-bodies.ts';
import { parseBody } from './parse-body.ts';
import { sendBytes } from './rest-answer.ts';
import { notFound, RestFailure } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import {
  contentOf,
  readTypedValue,
  readTypedValues,
  writeTypedValue,
  writeTypedValues,
} from './typed-values.ts';

interface VariablePlace {
  readonly path: string;
  readonly what: string;
  readonly read: RestPermission;
  readonly write: RestPermission;
  readonly download: RestPermission;
  readonly scopeOf: (context: Context, id: string) => Promise<VariableScope>;
}

const atTask =
  (local: boolean): VariablePlace['scopeOf'] =>
  async (context, id) => {
    const { instanceId, token } = await openTask(context, id);
    return { instanceId, token, local };
  };

async function atExecution(_context: Context, id: string): Promise<VariableScope> {
  const at = readExecutionId(id);
  return at ? { ...at, local: true } : { instanceId: id, token: null, local: false };
}

/** One line a thing that has variables. */
const places: readonly VariablePlace[] = [
  {
    path: '/process-instance/:id/variables',
    what: 'process instance',
    read: 'instance.read',
    write: 'instance.manage',
    download: 'variable.download',
    scopeOf: async (_context, id) => ({ instanceId: id, token: null, local: false }),
  },
  {
    path: '/execution/:id/localVariables',
    what: 'execution',
    read: 'instance.read',
    write: 'instance.manage',
    download: 'variable.download',
    scopeOf: atExecution,
  },
  {
    path: '/task/:id/variables',
    what: 'task',
    read: 'task.read',
    write: 'task.work',
    download: 'task.read',
    scopeOf: atTask(false),
  },
  {
    path: '/task/:id/localVariables',
    what: 'task',
    read: 'task.read',
    write: 'task.work',
    download: 'task.read',
    scopeOf: atTask(true),
  },
];

const modifyBody = z.object({ modifications: typedValues, deletions: names.nullish() });
const idOf = ({ params }: RestCall) => params.id ?? '';

export const variableRoutes: readonly RestRoute[] = places.flatMap(
  ({ path, what, read, write, download, scopeOf }) => {
    const one = async (context: Context, call: RestCall) => {
      const name = call.params.name ?? '';
      const values = await readVariables(context, await scopeOf(context, idOf(call)));
      if (Object.hasOwn(values, name)) return values[name];
      throw notFound(`${what} variable with name ${name} does not exist`);
    };
    return [
      route('get', path, read, async (context, call) =>
        writeTypedValues(await readVariables(context, await scopeOf(context, idOf(call)))),
      ),
      route('post', path, write, async (context, call) => {
        const { modifications, deletions } = parseBody(modifyBody, call.body);
        await changeVariables(context, await scopeOf(context, idOf(call)), {
          set: readTypedValues(modifications),
          remove: deletions ?? [],
        });
      }),
      route('get', `${path}/:name`, read, async (context, call) => writeTypedValue(await one(context, call))),
      route('put', `${path}/:name`, write, async (context, call) => {
        const name = call.params.name ?? '';
        await changeVariables(context, await scopeOf(context, idOf(call)), {
          set: { [name]: readTypedValue(name, parseBody(typedValue, call.body)) },
          remove: [],
        });
      }),
      route('delete', `${path}/:name`, write, async (context, call) =>
        changeVariables(context, await scopeOf(context, idOf(call)), {
          set: {},
          remove: [call.params.name ?? ''],
        }),
      ),
      route('get', `${path}/:name/data`, download, async (context, call) => {
        const scope = await scopeOf(context, idOf(call));
        if ((call.response.locals.account as Account) === 'worker')
          await assertWorkerAt(context, scope.instanceId);
        const content = contentOf(await one(context, call));
        if (!content)
          throw new RestFailure(
            400,
            'InvalidRequestException',
            `Value of variable ${call.params.name} is not a binary value.`,
          );
        sendBytes(call.response, content);
      }),
    ];
  },
);

/** Workers load files of instances that wait for a worker, and of no other. */
async function assertWorkerAt(context: Context, instanceId: string): Promise<void> {
  const waiting = await context.sql.one('SELECT id FROM external_task WHERE instance_id = ? LIMIT 1', [
    instanceId,
  ]);
  if (!waiting)
    throw new AppError('forbidden', 'No external task of this instance waits for a worker.', { instanceId });
}
