import { getInstance as instanceContract } from '@oneplan/runtime/contracts/api/instances.ts';
import * as contract from '@oneplan/runtime/contracts/api/tasks.ts';
import { getInstance } from '../../usecases/instances/get-instance.ts';
import { completeTask } from '../../usecases/tasks/complete-task.ts';
import { getTask } from '../../usecases/tasks/get-task.ts';
import { listTasks } from '../../usecases/tasks/list-tasks.ts';
import { type Route, route } from '../route.ts';

export const taskRoutes: Route[] = [
  route(contract.listTasks, (context, caller, { query }) => listTasks(context, caller, query)),
  route(contract.getTask, (context, caller, { params }) => getTask(context, caller, params.id)),
  route(contract.completeTask, (context, caller, { params, body, target }) =>
    completeTask(context, caller, { taskId: params.id, instanceId: target?.instanceId ?? null, ...body }),
  ),
  route(instanceContract, (context, _caller, { params }) => getInstance(context, params.id)),
];
