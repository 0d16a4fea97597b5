import type { Context } from '../../context.ts';
import { places, query, type SqlStatement, type SqlValue } from '../../persistence/sql-statement.ts';

export interface InboxFilter {
  readonly formKey?: string;
  readonly elementId?: string;
  /** Title of the record or name of the pupil holds this text. */
  readonly q?: string;
  /** Due dates in [from, until). */
  readonly dueFrom?: number;
  readonly dueUntil?: number;
}

export interface InboxPlace {
  readonly dueSort: number;
  readonly taskId: string;
}

/**
 * One page of an inbox, most urgent first: for each holder one range of `task_candidate`'s primary key, cut off
 * after `limit` rows, then merged. The cost depends on the page, not on how many tasks are open.
 */
export async function inboxPage(
  context: Context,
  holders: readonly string[],
  filter: InboxFilter,
  after: InboxPlace | null,
  limit: number,
): Promise<InboxPlace[]> {
  if (holders.length === 0) return [];
  const { text, values } = inboxStatement(holders, filter, after, limit);
  const rows = await context.sql.all<{ due_sort: number; task_id: string }>(text, values);
  return rows.map((row) => ({ dueSort: Number(row.due_sort), taskId: row.task_id }));
}

/** The statement behind `inboxPage`, for a caller that goes on from the page in SQL. */
export function inboxStatement(
  holders: readonly string[],
  filter: InboxFilter,
  after: InboxPlace | null,
  limit: number,
): SqlStatement {
  const values: SqlValue[] = [];
  const parts = holders.map((holder) => {
    const conditions = ['c.holder = ?'];
    values.push(holder);
    if (after) {
      conditions.push('(c.due_sort > ? OR (c.due_sort = ? AND c.task_id > ?))');
      values.push(after.dueSort, after.dueSort, after.taskId);
    }
    const { joins, conditions: more, values: moreValues } = filterClauses(filter);
    values.push(...moreValues, limit);
    return `SELECT * FROM (SELECT c.due_sort, c.task_id FROM task_candidate c ${joins} WHERE ${[...conditions, ...more].join(' AND ')}
      ORDER BY c.due_sort, c.task_id LIMIT ?) part`;
  });
  return query(
    `SELECT DISTINCT due_sort, task_id FROM (${parts.join(' UNION ALL ')}) inbox ORDER BY due_sort, task_id LIMIT ?`,
    [...values, limit],
  );
}

function filterClauses(filter: InboxFilter): { joins: string; conditions: string[]; values: SqlValue[] } {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  let joins = '';
  if (filter.formKey) {
    conditions.push('c.form_key = ?');
    values.push(filter.formKey);
  }
  if (filter.dueFrom !== undefined) {
    conditions.push('c.due_sort >= ?');
    values.push(filter.dueFrom);
  }
  if (filter.dueUntil !== undefined) {
    conditions.push('c.due_sort < ?');
    values.push(filter.dueUntil);
  }
  if (filter.elementId || filter.q) joins = 'JOIN task t ON t.id = c.task_id';
  if (filter.elementId) {
    conditions.push('t.element_id = ?');
    values.push(filter.elementId);
  }
  if (filter.q) {
    joins += ' LEFT JOIN student s ON s.id = t.student_id';
    conditions.push("(t.title LIKE ? ESCAPE '!' OR s.name LIKE ? ESCAPE '!')");
    const pattern = `%${filter.q.replace(/[!%_]/g, (char) => `!${char}`)}%`;
    values.push(pattern, pattern);
  }
  return { joins, conditions, values };
}

export interface InboxCounts {
  readonly all: number;
  readonly overdue: number;
  readonly today: number;
}

/** A record form that waits for the holders: how often, and one of its tasks. */
export interface InboxForm {
  readonly formKey: string;
  readonly count: number;
  readonly taskId: string;
  /** Plan version of that task. */
  readonly bundleId: string | null;
}

interface OverviewRow {
  form_key: string;
  total: number;
  overdue: number;
  today: number;
  task_id: string;
  bundle_id: string | null;
}

/** Counts the tasks of the holders once, by form, and by what is due before `now` and before `endOfDay`. */
export function inboxOverviewQuery(holders: readonly string[], now: number, endOfDay: number): SqlStatement {
  const among = holders.length === 1 ? '= ?' : `IN (${places(holders)})`;
  // Several holders may be offered the same task, one is offered it once.
  const distinct = holders.length === 1 ? '' : 'DISTINCT';
  return query(
    `SELECT f.form_key, f.total, f.overdue, f.today, f.task_id, t.bundle_id FROM (
       SELECT form_key, COUNT(*) AS total, SUM(CASE WHEN due_sort < ? THEN 1 ELSE 0 END) AS overdue,
         SUM(CASE WHEN due_sort >= ? AND due_sort < ? THEN 1 ELSE 0 END) AS today, MIN(task_id) AS task_id
       FROM (SELECT ${distinct} form_key, due_sort, task_id FROM task_candidate WHERE holder ${among}) inbox GROUP BY form_key
     ) f LEFT JOIN task t ON t.id = f.task_id ORDER BY f.form_key`,
    [now, now, endOfDay, ...holders],
  );
}

/** What `inboxOverviewQuery` found. */
export function inboxOverview(found: readonly unknown[]): {
  readonly counts: InboxCounts;
  readonly forms: InboxForm[];
} {
  const rows = found as OverviewRow[];
  const sum = (column: 'total' | 'overdue' | 'today') =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  return {
    counts: { all: sum('total'), overdue: sum('overdue'), today: sum('today') },
    forms: rows.map((row) => ({
      formKey: row.form_key,
      count: Number(row.total),
      taskId: row.task_id,
      bundleId: row.bundle_id,
    })),
  };
}
