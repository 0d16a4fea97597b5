import { z } from 'zod';
import {
  type ExternalTaskFilter,
  type ExternalTaskPage,
  externalTaskOrders,
} from '../../usecases/external-tasks/query-external-tasks.ts';
import { instantOf } from './camunda-date.ts';

const text = z.string().max(255);
/** A query string brings lists as text with commas, a body as arrays. */
const list = z.union([z.array(text).max(1_000), z.string().transform((value) => value.split(','))]);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);
const number = z.coerce.number().int();
const date = z.string().transform((value, context) => {
  const instant = instantOf(value);
  if (instant !== null) return instant;
  context.addIssue({ code: 'custom', message: 'expected a date such as 2026-11-22T08:00:00.000+0000' });
  return z.NEVER;
});

const orders = Object.keys(externalTaskOrders) as [keyof typeof externalTaskOrders];
const sortBy = z.enum(orders);
const sortOrder = z.enum(['asc', 'desc']);

/** Filters and sorting of `GET` and `POST /external-task`. */
export const externalTaskQuery = z.object({
  externalTaskId: text.optional(),
  externalTaskIdIn: list.optional(),
  topicName: text.optional(),
  workerId: text.optional(),
  locked: flag.optional(),
  notLocked: flag.optional(),
  withRetriesLeft: flag.optional(),
  noRetriesLeft: flag.optional(),
  lockExpirationBefore: date.optional(),
  lockExpirationAfter: date.optional(),
  activityId: text.optional(),
  activityIdIn: list.optional(),
  processInstanceId: text.optional(),
  processInstanceIdIn: list.optional(),
  processDefinitionId: text.optional(),
  priorityHigherThanOrEquals: number.optional(),
  priorityLowerThanOrEquals: number.optional(),
  /** Nothing can be suspended yet: every task is active. */
  active: flag.optional(),
  suspended: flag.optional(),
  sortBy: sortBy.optional(),
  sortOrder: sortOrder.optional(),
  sorting: z
    .array(z.object({ sortBy, sortOrder: sortOrder.default('asc') }))
    .max(10)
    .optional(),
  firstResult: number.min(0).default(0),
  maxResults: number.min(0).max(10_000).default(10_000),
});
export type ExternalTaskQuery = z.output<typeof externalTaskQuery>;

export function filterOf(query: ExternalTaskQuery): ExternalTaskFilter {
  return {
    ids: query.suspended === true ? [] : both(query.externalTaskId, query.externalTaskIdIn),
    topic: query.topicName,
    workerId: query.workerId,
    locked: query.locked,
    notLocked: query.notLocked,
    withRetriesLeft: query.withRetriesLeft,
    noRetriesLeft: query.noRetriesLeft,
    lockExpiresBefore: query.lockExpirationBefore,
    lockExpiresAfter: query.lockExpirationAfter,
    elementIds: both(query.activityId, query.activityIdIn),
    instanceIds: both(query.processInstanceId, query.processInstanceIdIn),
    definitionId: query.processDefinitionId,
    priorityAtLeast: query.priorityHigherThanOrEquals,
    priorityAtMost: query.priorityLowerThanOrEquals,
  };
}

export function pageOf(query: ExternalTaskQuery): ExternalTaskPage {
  const single = query.sortBy ? [{ sortBy: query.sortBy, sortOrder: query.sortOrder ?? 'asc' }] : [];
  return {
    order: (query.sorting ?? single).map((each) => ({
      by: each.sortBy,
      descending: each.sortOrder === 'desc',
    })),
    first: query.firstResult,
    max: query.maxResults,
  };
}

/** Values that both filters, the single one and the list, let through. */
function both(one: string | undefined, many: readonly string[] | undefined): readonly string[] | undefined {
  if (one === undefined) return many;
  return many === undefined || many.includes(one) ? [one] : [];
}
