import type { Context } from '../context.ts';
import { archiveSeal } from '../usecases/effects/archive-seal.ts';
import { differences } from './findings.ts';
import type { Ledger } from './ledger.ts';
import { revisionOf, type Step, type Story } from './story.ts';

/**
 * Once nobody acts any more and everything has settled: what was lost, doubled or left behind, compared with what the
 * stories so far and the ledger say must be there, each exactly once.
 */
export async function findWrongOutcomes(
  context: Context,
  stories: readonly Story[],
  ledger: Ledger,
): Promise<string[]> {
  return [
    ...differences(stories.flatMap(expectedOf), await actualOf(context)),
    ...differences(acknowledged(ledger), await doneOf(context)),
    ...(await brokenArchives(context)),
    ...(await leftovers(context)),
  ];
}

/** What there must be of a story once its effects have settled. */
function expectedOf(story: Story): string[] {
  const last = story.done.at(-1);
  if (last === undefined) return [];
  const { title } = story;
  const state = { submit: 'submitted', revise: 'submitted', return: 'returned', confirm: 'archived' }[last];
  const confirmed = last === 'confirm' ? 1 : 0;
  const waits = state === 'submitted' ? 1 : 0;
  return [
    `${title}: ${state}, revision ${revisionOf(story)}, ${confirmed ? 'completed' : 'active'}`,
    ...effectsOf(story),
    ...Array.from({ length: waits }, () => `${title}: reminder of an open task`),
  ];
}

/** What others are told and shown of a story, each as often as it happens. */
export function effectsOf(story: Story): string[] {
  const { title, pupil, done } = story;
  const times = (step: Step, item: string) =>
    done.filter((each) => each === step).map(() => `${title}: ${item}`);
  return [
    ...times('submit', `task-created for ${pupil.teacher}`),
    ...times('revise', `task-created for ${pupil.teacher}`),
    ...times('return', `task-created for ${pupil.username}`),
    ...times('return', `record-returned for ${pupil.username}`),
    ...times('confirm', `record-confirmed for ${pupil.username}`),
    ...times('confirm', 'notice opened and closed'),
    ...times('confirm', 'archived'),
  ];
}

async function actualOf(context: Context): Promise<string[]> {
  const { sql } = context;
  const rows = await sql.all<{ title: string; item: string }>(
    `SELECT r.title, ${concat(sql.dialect, 'r.state', "', revision '", 'r.revision', "', '", 'i.status')} AS item
       FROM submission r JOIN process_instance i ON i.id = r.instance_id
     UNION ALL SELECT r.title, 'reminder of an open task'
       FROM notification n JOIN submission r ON r.id = n.submission_id WHERE n.kind = 'review-reminder' AND r.state = 'submitted'`,
  );
  return [...rows.map(({ title, item }) => `${title}: ${item}`), ...(await seenEffects(context))];
}

/** The effects that there are, by the names of `effectsOf`; a notice that is open has another name. */
export async function seenEffects({ sql }: Context): Promise<string[]> {
  const rows = await sql.all<{ title: string; item: string }>(
    `SELECT r.title, ${concat(sql.dialect, 'n.kind', "' for '", 'u.username')} AS item
       FROM notification n JOIN submission r ON r.id = n.submission_id JOIN app_user u ON u.id = n.user_id WHERE n.kind <> 'review-reminder'
     UNION ALL SELECT r.title, CASE WHEN n.closed_at IS NULL THEN 'notice open' ELSE 'notice opened and closed' END
       FROM notice n JOIN submission r ON r.id = n.submission_id
     UNION ALL SELECT r.title, 'archived' FROM archive_entry a JOIN submission r ON r.id = a.submission_id`,
  );
  return rows.map(({ title, item }) => `${title}: ${item}`);
}

const concat = (dialect: string, ...parts: string[]) =>
  dialect === 'mysql' ? `CONCAT(${parts.join(', ')})` : parts.join(' || ');

/** What must be there once of each command that was acknowledged. */
export const acknowledged = (ledger: Ledger) =>
  ledger
    .entries()
    .flatMap(({ kind, subjectId }) => [`${kind} ${subjectId}`, `audit of ${kind} ${subjectId}`]);

/** What there is of commands, acknowledged or not, by the names of `acknowledged`. */
export async function doneOf({ sql }: Context): Promise<string[]> {
  const rows = await sql.all<{ what: string; id: string }>(
    `SELECT 'submission' AS what, id FROM submission
     UNION ALL SELECT 'completion', id FROM task WHERE status = 'completed'
     UNION ALL SELECT 'audit of submission', object_id FROM audit WHERE action = 'record.submitted'
     UNION ALL SELECT 'audit of completion', object_id FROM audit WHERE action = 'task.completed'`,
  );
  return rows.map(({ what, id }) => `${what} ${id}`);
}

/** Positions with gaps, and seals that do not follow from content and the seal before. */
async function brokenArchives(context: Context): Promise<string[]> {
  const rows = await context.sql.all<{ student_id: string; position: number; content: string; seal: string }>(
    'SELECT student_id, position, content, seal FROM archive_entry ORDER BY student_id, position',
  );
  let before = { student_id: '', position: 0, seal: '' };
  return rows.flatMap((row) => {
    if (row.student_id !== before.student_id) before = { student_id: row.student_id, position: 0, seal: '' };
    const seal = archiveSeal(
      JSON.parse(context.cipher.decrypt('archive.content', row.content)) as unknown,
      before.seal,
    );
    const whole = Number(row.position) === before.position + 1 && row.seal === seal;
    before = { ...row, position: Number(row.position) };
    return whole ? [] : [`the archive of ${row.student_id} is broken at position ${row.position}`];
  });
}

/** Work that should have been done: each action of the history has had its effect once, and nothing waits or failed. */
async function leftovers({ sql }: Context): Promise<string[]> {
  const effects: readonly (readonly [string, string])[] = [
    ["element_id = 'remindReviewer'", "notification WHERE kind = 'review-reminder'"],
    ["element_id = 'notifyReturned'", "notification WHERE kind = 'record-returned'"],
    ["element_id = 'notifyConfirmed'", "notification WHERE kind = 'record-confirmed'"],
    ["element_id = 'openNotice'", "audit WHERE action = 'notice.opened'"],
    ["element_id = 'closeNotice'", "audit WHERE action = 'notice.closed'"],
    ["element_id = 'appendArchive'", "audit WHERE action = 'archive.appended'"],
  ];
  const found: string[] = [];
  for (const [activity, effect] of effects) {
    const row = await sql.one<{ done: number; seen: number }>(
      `SELECT (SELECT COUNT(*) FROM activity WHERE ${activity} AND ended_at IS NOT NULL) AS done, (SELECT COUNT(*) FROM ${effect}) AS seen`,
    );
    if (Number(row?.done) !== Number(row?.seen))
      found.push(`${activity}: ${row?.done} times in the history, ${row?.seen} effects`);
  }
  const row = await sql.one<Record<string, number>>(
    `SELECT (SELECT COUNT(*) FROM external_task) AS external_tasks, (SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL) AS messages,
       (SELECT COUNT(*) FROM job WHERE retries < 3) AS failed_timers,
       (SELECT COUNT(*) FROM activity a JOIN process_instance i ON i.id = a.instance_id
          WHERE i.status <> 'active' AND a.ended_at IS NULL) AS activities_without_end`,
  );
  for (const [name, count] of Object.entries(row ?? {}))
    if (Number(count) > 0) found.push(`${count} ${name.replaceAll('_', ' ')} left`);
  return found;
}
