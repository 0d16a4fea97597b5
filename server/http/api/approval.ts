import * as contract from '@oneplan/runtime/contracts/api/approval.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { addSigners } from '../../usecases/approval/add-signers.ts';
import { listColleagues } from '../../usecases/approval/colleagues.ts';
import { completeTasks } from '../../usecases/approval/complete-tasks.ts';
import { copyTask } from '../../usecases/approval/copy-task.ts';
import {
  claimTask,
  delegateTask,
  reassignTask,
  resolveTask,
  unclaimTask,
} from '../../usecases/approval/hand-on-task.ts';
import { remindInstance } from '../../usecases/approval/remind-instance.ts';
import { returnTask } from '../../usecases/approval/return-task.ts';
import { removeSigner, signTask } from '../../usecases/approval/sign-task.ts';
import { takeBack } from '../../usecases/approval/take-back.ts';
import { taskActions } from '../../usecases/approval/task-actions.ts';
import { withdrawInstance } from '../../usecases/approval/withdraw-instance.ts';
import { type Route, type RouteInput, route } from '../route.ts';

/** Calls a use case with the task of the path and the fields of the body; the answer says when. */
const doing =
  <I extends { readonly taskId: string }>(
    action: (context: Context, caller: Caller, input: I) => Promise<unknown>,
  ) =>
  async (
    context: Context,
    caller: Caller,
    { params, body }: RouteInput<{ id: string }, unknown, Omit<I, 'taskId'>>,
  ) => {
    await action(context, caller, { ...body, taskId: params.id } as I);
    return { at: new Date(context.now()).toISOString() };
  };

export const approvalRoutes: Route[] = [
  route(contract.claimTask, doing(claimTask)),
  route(contract.unclaimTask, doing(unclaimTask)),
  route(contract.reassignTask, doing(reassignTask)),
  route(contract.delegateTask, doing(delegateTask)),
  route(contract.resolveTask, doing(resolveTask)),
  route(contract.returnTask, doing(returnTask)),
  route(contract.addSigners, doing(addSigners)),
  route(contract.removeSigner, doing(removeSigner)),
  route(contract.signTask, doing(signTask)),
  route(contract.copyTask, doing(copyTask)),
  route(contract.completeTasks, (context, caller, { body }) => completeTasks(context, caller, body.items)),
  route(contract.taskColleagues, (context, caller, { params, query }) =>
    listColleagues(context, caller, params.id, query.q),
  ),
  route(contract.taskActions, (context, caller, { params }) => taskActions(context, caller, params.id)),
  route(contract.remindInstance, async (context, caller, { params }) => ({
    reminded: await remindInstance(context, caller, params.id),
    at: new Date(context.now()).toISOString(),
  })),
  route(contract.withdrawInstance, async (context, caller, { params, body }) => {
    await withdrawInstance(context, caller, { instanceId: params.id, ...body });
    return { at: new Date(context.now()).toISOString() };
  }),
  route(contract.takeBack, async (context, caller, { params, body }) => {
    await takeBack(context, caller, { instanceId: params.id, ...body });
    return { at: new Date(context.now()).toISOString() };
  }),
];
