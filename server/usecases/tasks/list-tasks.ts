import type { listTasks as contract } from '@oneplan/runtime/contracts/api/tasks.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import { type Context, dateAt } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import {
  type InboxFilter,
  type InboxPlace,
  inboxOverview,
  inboxOverviewQuery,
  inboxStatement,
} from './inbox-query.ts';
import { inboxSummariesQuery, taskSummaries } from './summarise-tasks.ts';

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
  const { holders } = caller;
  if (holders.length === 0)
    return { items: [], next: null, counts: { all: 0, overdue: 0, today: 0 }, forms: [] };
  const after = query.after ? readCursor(query.after) : null;
  const [found, overview] = (await context.sql.batch([
    inboxSummariesQuery(inboxStatement(holders, filter, after, query.limit + 1)),
    inboxOverviewQuery(holders, now, endOfDay),
  ])) as [InboxRow[], unknown[]];
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const { counts, forms } = inboxOverview(overview);
  return {
    items: await taskSummaries(context, page),
    next: found.length > page.length && last ? writeCursor(placeOf(last)) : null,
    counts,
    forms: await Promise.all(
      forms.map(async ({ formKey, count, bundleId }) => {
        const bundle = bundleId === null ? null : await loadBundle(context, bundleId);
        return { formKey, name: bundle?.forms.get(formKey)?.name ?? formKey, count };
      }),
    ),
  };
}

interface InboxRow {
  id: string;
  due_sort: number;
}

const placeOf = ({ id, due_sort }: InboxRow): InboxPlace => ({ taskId: id, dueSort: Number(due_sort) });

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

interface KnownDay {
  readonly from: number;
  readonly end: number;
}

/** The day that was asked for last, by time zone: nearly every request asks for the same. */
const days = new Map<string, KnownDay>();

/** Midnight that ends the day of `instant` in the jurisdiction's time zone. */
function endOfDayAfter(context: Context, instant: number): number {
  const known = days.get(context.timeZone);
  if (known && known.from <= instant && instant < known.end) return known.end;
  const day = dateAt(context, instant);
  let low = instant;
  let high = instant + 26 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dateAt(context, middle) === day) low = middle;
    else high = middle;
  }
  days.set(context.timeZone, { from: instant, end: high });
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
