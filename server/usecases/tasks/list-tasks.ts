import type { listTasks as contract } from '@oneplan/runtime/contracts/api/tasks.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import { type Context, dateAt } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { type InboxFilter, type InboxPlace, inboxCounts, inboxForms, inboxPage } from './inbox-query.ts';
import { summariseTasks } from './summarise-tasks.ts';

type Query = z.output<typeof contract.query>;

export async function listTasks(
  context: Context,
  caller: Caller,
  query: Query,
): Promise<z.input<typeof contract.response>> {
  const now = context.now();
  const endOfDay = endOfDayAfter(context, now);
  const filter: InboxFilter = {
    formKey: query.formKey,
    elementId: query.elementId,
    q: query.q,
    ...dueRange(query.due, now, endOfDay),
  };
  const places = await inboxPage(
    context,
    caller.holders,
    filter,
    query.after ? readCursor(query.after) : null,
    query.limit + 1,
  );
  const page = places.slice(0, query.limit);
  const last = page.at(-1);
  const forms = await inboxForms(context, caller.holders);
  const samples = await summariseTasks(
    context,
    forms.map((form) => form.taskId),
  );
  return {
    items: await summariseTasks(
      context,
      page.map((place) => place.taskId),
    ),
    next: places.length > query.limit && last ? writeCursor(last) : null,
    counts: await inboxCounts(context, caller.holders, now, endOfDay),
    forms: forms.map((form) => ({
      formKey: form.formKey,
      name: samples.find((sample) => sample.id === form.taskId)?.formName ?? form.formKey,
      count: form.count,
    })),
  };
}

function dueRange(
  due: Query['due'],
  now: number,
  endOfDay: number,
): Pick<InboxFilter, 'dueFrom' | 'dueUntil'> {
  if (due === 'overdue') return { dueUntil: now };
  if (due === 'today') return { dueFrom: now, dueUntil: endOfDay };
  if (due === 'later') return { dueFrom: endOfDay };
  return {};
}

/** Midnight that ends the day of `instant` in the jurisdiction's time zone. */
function endOfDayAfter(context: Context, instant: number): number {
  const day = dateAt(context, instant);
  let low = instant;
  let high = instant + 26 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dateAt(context, middle) === day) low = middle;
    else high = middle;
  }
  return high;
}

const writeCursor = (place: InboxPlace) =>
  Buffer.from(`${place.dueSort}.${place.taskId}`).toString('base64url');

function readCursor(cursor: string): InboxPlace {
  const [dueSort, taskId] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  if (!dueSort || !/^\d{1,16}$/.test(dueSort) || !taskId)
    throw new AppError('invalid-request', 'The cursor "after" is not one that this call gave.');
  return { dueSort: Number(dueSort), taskId };
}
