import { getInstance as instanceContract } from '@oneplan/runtime/contracts/api/instances.ts';
import * as contract from '@oneplan/runtime/contracts/api/tasks.ts';
import { getInstance } from '../../usecases/instances/get-instance.ts';
import { completeTask, completeTasksTogether } from '../../usecases/tasks/complete-task.ts';
import { getTask } from '../../usecases/tasks/get-task.ts';
import { listTasks } from '../../usecases/tasks/list-tasks.ts';
import { type Route, route, togetherRoute } from '../route.ts';

export const taskRoutes: Route[] = [
  route(contract.listTasks, (context, caller, { query }) => listTasks(context, caller, query)),
  route(contract.getTask, (context, caller, { params }) => getTask(context, caller, params.id)),
  togetherRoute(
    contract.completeTask,
    (context, caller, { params, body, target }) =>
      completeTask(context, caller, { taskId: params.id, instanceId: target?.instanceId ?? null, ...body }),
    (context, calls) =>
      completeTasksTogether(
        context,
        calls.map(({ caller, input: { params, body, target } }) => ({
          caller,
          input: { taskId: params.id, instanceId: target?.instanceId ?? '', ...body },
        })),
      ),
    ({ input }) => input.target?.instanceId ?? null,
  ),
  route(instanceContract, (context, _caller, { params }) => getInstance(context, params.id)),
];
