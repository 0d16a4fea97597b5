import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { type Caller, userHolder } from '../../identity/caller.ts';
import { assertColleagues } from './colleagues.ts';
import { type LockedTask, lockHeldTask, type SignPosition, signersOf } from './locked-task.ts';
import { hideTask, offerTask } from './offer-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';

interface AddSigners {
  readonly taskId: string;
  readonly people: readonly string[];
  readonly position: SignPosition;
  readonly reason: string;
}

/**
 * 加签: asks others to sign as well. `before`: the task leaves the inbox until they have answered. `parallel`: they
 * answer while it is open; the process goes on when all have. `after`: they are asked one after the other once the task
 * is decided; the process goes on after the last. The decision itself stays with the task.
 * Throws `signer-asked-already` for somebody who is asked for this task, and `person-not-eligible`.
 */
export async function addSigners(context: Context, caller: Caller, input: AddSigners): Promise<void> {
  const task = await lockHeldTask(context, caller, input.taskId, ['open', 'waiting']);
  if (task.signsFor !== null)
    throw new AppError('task-is-signature', 'Whoever is asked to sign cannot ask others to sign for it.', {
      taskId: task.id,
    });
  const people = [...new Set(input.people)];
  await assertColleagues(context, task, people);
  await assertNotAsked(context, caller, task, people);
  for (const person of people) await askToSign(context, task, person, input.position);
  if (input.position === 'before') {
    await hideTask(context, task);
    await context.sql.run("UPDATE task SET status = 'waiting' WHERE id = ?", [task.id]);
  }
  await context.sql.run('UPDATE task SET signers_left = signers_left + ? WHERE id = ?', [
    people.length,
    task.id,
  ]);
  await writeTaskEvent(context, caller, {
    kind: 'signer-added',
    instanceId: task.instance.id,
    taskId: task.id,
    elementId: task.elementId,
    elementName: task.name,
    people,
    remark: input.reason,
  });
}

async function assertNotAsked(
  context: Context,
  caller: Caller,
  task: LockedTask,
  people: readonly string[],
): Promise<void> {
  const asked = (await signersOf(context, task)).filter(
    ({ status }) => status === 'open' || status === 'waiting',
  );
  const known = new Set([caller.userId, ...asked.map(({ assigneeId }) => assigneeId)]);
  const twice = people.filter((person) => known.has(person));
  if (twice.length > 0)
    throw new AppError('signer-asked-already', 'Somebody you named is asked to sign already, or is you.', {
      taskId: task.id,
      people: twice,
    });
}

/** A task of its own on the same token, so that it ends with the main task when the process takes that away. */
async function askToSign(
  context: Context,
  main: LockedTask,
  person: string,
  position: SignPosition,
): Promise<void> {
  const id = context.newId();
  const later = position === 'after';
  await context.sql.run(
    `INSERT INTO task (id, instance_id, token, element_id, name, form_key, bundle_id, submission_id, student_id, school_id,
       class_id, title, assignee_id, holders, priority, round, due_at, created_at, status, process_key, called_by, tenant_id, signs_for, sign_position)
     SELECT ?, instance_id, token, element_id, name, form_key, bundle_id, submission_id, student_id, school_id,
       class_id, title, ?, ?, priority, round, due_at, ?, ?, process_key, called_by, tenant_id, id, ? FROM task WHERE id = ?`,
    [
      id,
      person,
      JSON.stringify([userHolder(person)]),
      context.now(),
      later ? 'waiting' : 'open',
      position,
      main.id,
    ],
  );
  if (later) return;
  await offerTask(context, { ...main, id }, [userHolder(person)]);
  await tellAboutTask(context, { ...main, id }, [person], 'signature-asked');
}
