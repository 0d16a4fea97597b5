import type { taskActions as contract, TaskActions } from '@oneplan/runtime/contracts/api/approval.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { type LockedTask, lockTask, type SignPosition } from './locked-task.ts';
import { stepsToReturnTo } from './return-task.ts';

interface SignerRow {
  status: string;
  sign_position: SignPosition;
  person: string;
  name: string;
  opinion: string | null;
}

/** What can be done with a task besides completing it, and who signs beside it. */
export async function taskActions(
  context: Context,
  _caller: Caller,
  taskId: string,
): Promise<z.input<typeof contract.response>> {
  const task = await lockTask(context, taskId, ['open', 'waiting', 'held']);
  const mainId = task.signsFor ?? task.id;
  const main = task.signsFor === null && task.delegation !== 'pending' && task.status === 'open';
  return {
    part: task.signsFor !== null ? 'signer' : task.delegation === 'pending' ? 'delegate' : 'main',
    claimed: task.offered !== null && task.delegation !== 'pending',
    claimable: task.assigneeId === null && task.status === 'open',
    owner: task.ownerId === null ? null : await person(context, task.ownerId),
    returnSteps: main ? await returnSteps(context, task) : [],
    signers: await signers(context, mainId),
  };
}

async function person(context: Context, id: string) {
  const user = await context.tables.users.findOne({ id });
  return { id, name: user?.name ?? '' };
}

async function returnSteps(context: Context, task: LockedTask): Promise<TaskActions['returnSteps']> {
  const names = new Map(
    (
      await context.sql.all<{ element_id: string; name: string | null }>(
        'SELECT DISTINCT element_id, name FROM activity WHERE instance_id = ?',
        [task.instance.id],
      )
    ).map((row) => [row.element_id, row.name ?? row.element_id]),
  );
  return (await stepsToReturnTo(context, task)).map(({ elementId, name, endsWorkAt }) => ({
    elementId,
    name: name ?? elementId,
    endsWorkAt: endsWorkAt.map((element) => names.get(element) ?? element),
  }));
}

const states: Readonly<Record<string, TaskActions['signers'][number]['state']>> = {
  open: 'asked',
  waiting: 'waiting',
  agreed: 'agreed',
  objected: 'objected',
};

async function signers(context: Context, mainId: string): Promise<TaskActions['signers']> {
  const rows = await context.sql.all<SignerRow>(
    `SELECT t.status, t.sign_position, t.assignee_id AS person, u.name, d.data AS opinion FROM task t
     JOIN app_user u ON u.id = t.assignee_id LEFT JOIN task_submission d ON d.task_id = t.id
     WHERE t.signs_for = ? ORDER BY t.created_at, t.id`,
    [mainId],
  );
  return rows.flatMap((row) => {
    const state = states[row.status];
    if (state === undefined) return [];
    const opinion =
      row.opinion === null
        ? null
        : (JSON.parse(context.cipher.decrypt('task-submission.data', row.opinion)) as { opinion?: string });
    return [
      {
        person: { id: row.person, name: row.name },
        position: row.sign_position,
        state,
        opinion: opinion?.opinion ?? null,
      },
    ];
  });
}
