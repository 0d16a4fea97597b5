import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { type Caller, userHolder } from '../../identity/caller.ts';
import { type LockedTask, lockHeldTask, mainTaskOf, type SignPosition, signersOf } from './locked-task.ts';
import { hideTask, offerTask } from './offer-task.ts';
import { releaseTask } from './release-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';

interface Signature {
  readonly taskId: string;
  readonly agrees: boolean;
  readonly opinion: string;
}

/**
 * A signer answers. Agreement, or an objection before the main task is decided, is an opinion for whoever decides. An
 * objection after it is decided gives the main task back to be decided anew, and later signers are asked again.
 * Throws `opinion-missing` for an objection without a reason.
 */
export async function signTask(context: Context, caller: Caller, input: Signature): Promise<void> {
  const signer = await lockHeldTask(context, caller, input.taskId);
  if (signer.signsFor === null)
    throw new AppError('task-not-signature', 'This task is decided, not signed; complete it instead.', {
      taskId: signer.id,
    });
  if (!input.agrees && input.opinion === '')
    throw new AppError('opinion-missing', 'Whoever objects says why; write your reason.', {
      taskId: signer.id,
    });
  await endSigner(context, caller, signer, input.agrees ? 'agreed' : 'objected');
  await context.sql.insert('task_submission', [
    {
      task_id: signer.id,
      submission_id: null,
      form_key: '',
      data: context.cipher.encrypt('task-submission.data', JSON.stringify({ opinion: input.opinion })),
      outcome: input.agrees ? 'agreed' : 'objected',
      record_revision: 0,
      author_id: caller.userId,
      created_at: context.now(),
    },
  ]);
  const main = await mainTaskOf(context, signer);
  await writeTaskEvent(context, caller, {
    kind: input.agrees ? 'signed' : 'objected',
    instanceId: main.instance.id,
    taskId: main.id,
    elementId: main.elementId,
    elementName: main.name,
    remark: input.opinion,
  });
  if (!input.agrees && main.status === 'held') await reopen(context, main);
  else await goOn(context, caller, main);
}

/** 减签: takes back a request that was not answered yet. */
export async function removeSigner(
  context: Context,
  caller: Caller,
  input: { readonly taskId: string; readonly person: string; readonly reason: string },
): Promise<void> {
  const main = await lockHeldTask(context, caller, input.taskId, ['open', 'waiting', 'held']);
  const signer = (await signersOf(context, main)).find(
    ({ assigneeId, status }) => assigneeId === input.person && (status === 'open' || status === 'waiting'),
  );
  if (!signer)
    throw new AppError('signer-not-asked', 'This person is not asked to sign, or has answered already.', {
      taskId: main.id,
      person: input.person,
    });
  await endSigner(context, caller, signer, 'cancelled');
  await writeTaskEvent(context, caller, {
    kind: 'signer-removed',
    instanceId: main.instance.id,
    taskId: main.id,
    elementId: main.elementId,
    elementName: main.name,
    people: [input.person],
    remark: input.reason,
  });
  await goOn(context, caller, await mainTaskOf(context, { ...signer, signsFor: main.id }));
}

async function endSigner(
  context: Context,
  caller: Caller,
  signer: LockedTask,
  outcome: 'agreed' | 'objected' | 'cancelled',
): Promise<void> {
  await hideTask(context, signer);
  await context.sql.run('UPDATE task SET status = ?, ended_at = ?, ended_by = ? WHERE id = ?', [
    outcome,
    context.now(),
    caller.userId,
    signer.id,
  ]);
  await context.sql.run('UPDATE task SET signers_left = signers_left - 1 WHERE id = ?', [signer.signsFor]);
}

/** What follows when one signer less is to be waited for: the main task opens, the next is asked, or the process goes on. */
async function goOn(context: Context, caller: Caller, main: LockedTask): Promise<void> {
  const signers = await signersOf(context, main);
  if (main.status === 'waiting' && !isAsked(signers, 'before')) {
    await offerTask(context, main, main.holders);
    await context.sql.run("UPDATE task SET status = 'open' WHERE id = ?", [main.id]);
    return;
  }
  if (main.status !== 'held' || isAsked(signers, 'parallel') || isAsked(signers, 'after')) return;
  const next = nextAfter(signers);
  if (next === undefined) await releaseTask(context, caller, main);
  else await ask(context, next);
}

const isAsked = (signers: readonly LockedTask[], position: SignPosition) =>
  signers.some((signer) => signer.signPosition === position && signer.status === 'open');
const nextAfter = (signers: readonly LockedTask[]) =>
  signers.find((signer) => signer.signPosition === 'after' && signer.status === 'waiting');

/** The first signer after a decision; the others follow one by one. */
export async function askFirstAfter(context: Context, main: LockedTask): Promise<void> {
  const signers = await signersOf(context, main);
  if (isAsked(signers, 'parallel')) return;
  const next = nextAfter(signers);
  if (next !== undefined) await ask(context, next);
}

async function ask(context: Context, signer: LockedTask): Promise<void> {
  const person = signer.assigneeId ?? '';
  await context.sql.run("UPDATE task SET status = 'open' WHERE id = ?", [signer.id]);
  await offerTask(context, signer, [userHolder(person)]);
  await tellAboutTask(context, signer, [person], 'signature-asked');
}

/** The decision is taken back to whoever made it; those who sign after it wait for the new one. */
async function reopen(context: Context, main: LockedTask): Promise<void> {
  for (const signer of await signersOf(context, main)) {
    if (signer.signPosition !== 'after' || signer.status !== 'open') continue;
    await hideTask(context, signer);
    await context.sql.run("UPDATE task SET status = 'waiting' WHERE id = ?", [signer.id]);
  }
  await context.sql.run('DELETE FROM task_submission WHERE task_id = ?', [main.id]);
  await context.sql.run(
    "UPDATE task SET status = 'open', held = NULL, ended_at = NULL, ended_by = NULL WHERE id = ?",
    [main.id],
  );
  await offerTask(context, main, main.holders);
}
