import type { Context } from '../../context.ts';
import { userHolder } from '../../identity/caller.ts';
import { plainGroupHolder } from '../../persistence/engine/candidate-holders.ts';
import { giveTask, offerTask } from '../approval/offer-task.ts';
import { assignTask, changeTask } from './change-task.ts';
import { openTask } from './open-task.ts';

/** Who stands to a task how; one of the two ids is null. */
export interface IdentityLink {
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly type: string;
}

/** Assignee, owner and candidates of an open task; a claimed task keeps its candidates. */
export async function identityLinksOf(context: Context, taskId: string): Promise<IdentityLink[]> {
  const task = await openTask(context, taskId);
  const row = await context.sql.one<{ offered: string | null }>('SELECT offered FROM task WHERE id = ?', [
    taskId,
  ]);
  const offered = row?.offered ? (JSON.parse(row.offered) as string[]) : task.holders;
  const own = task.assigneeId === null ? null : userHolder(task.assigneeId);
  const candidates = offered.filter((holder) => row?.offered !== null || holder !== own).map(candidateOf);
  return [
    ...(task.assigneeId === null ? [] : [{ userId: task.assigneeId, groupId: null, type: 'assignee' }]),
    ...(task.ownerId === null ? [] : [{ userId: task.ownerId, groupId: null, type: 'owner' }]),
    ...candidates,
  ];
}

/** `user:<id>`, `group:<name>`, `role:<role>@<org unit>`. */
function candidateOf(holder: string): IdentityLink {
  const [, kind, id = holder] = /^(user|group|role):(.*)$/s.exec(holder) ?? [];
  return kind === 'user'
    ? { userId: id, groupId: null, type: 'candidate' }
    : { userId: null, groupId: id, type: 'candidate' };
}

/** Adds or removes one link of an open task. */
export async function changeIdentityLink(
  context: Context,
  taskId: string,
  { userId, groupId, type }: IdentityLink,
  add: boolean,
): Promise<void> {
  if (type === 'assignee') return assignTask(context, taskId, add ? userId : null);
  return changeTask(context, taskId, async (task) => {
    if (type === 'owner') {
      await context.sql.run('UPDATE task SET owner_id = ? WHERE id = ?', [add ? userId : null, taskId]);
      return;
    }
    const holder = userId === null ? plainGroupHolder(groupId ?? '') : userHolder(userId);
    const before = task.offered ?? (task.assigneeId === null ? task.holders : []);
    const others = before.filter((each) => each !== holder);
    const after = add ? [...others, holder] : others;
    if (task.assigneeId === null) await offerTask(context, task, after);
    else {
      await giveTask(context, task, task.assigneeId);
      await context.sql.run('UPDATE task SET offered = ? WHERE id = ?', [JSON.stringify(after), taskId]);
    }
  });
}
