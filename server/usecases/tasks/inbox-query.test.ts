import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sql } from '../../persistence/sql.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { type InboxPlace, inboxOverview, inboxOverviewQuery, inboxPage } from './inbox-query.ts';

const mine = ['user:a', 'role:class-teacher@class-1'];
let context: TestContext;

/** 4,000 open tasks of 40 holders; every tenth of mine is offered to both of my holders. */
beforeAll(async () => {
  context = await openTestContext();
  const rows = Array.from({ length: 4_000 }, (_, index) => {
    const holder = index % 40 === 0 ? 'user:a' : `role:class-teacher@class-${index % 40}`;
    return {
      holder,
      due_sort: 1_000 + ((index * 7_919) % 3_000),
      task_id: context.newId(),
      form_key: index % 3 === 0 ? 'b-r01' : 'b-r02',
    };
  });
  const shared = rows.filter((row) => row.holder === 'user:a').filter((_, index) => index % 10 === 0);
  await transaction(context.database, async () => {
    await context.sql.insert('task_candidate', rows);
    await context.sql.insert(
      'task_candidate',
      shared.map((row) => ({ ...row, holder: 'role:class-teacher@class-1' })),
    );
  });
});
afterAll(() => context.close());

async function overview(now: number, endOfDay: number) {
  const { text, values } = inboxOverviewQuery(mine, now, endOfDay);
  return inboxOverview(await context.sql.all(text, values));
}

describe('an inbox', () => {
  test('shows each task once, most urgent first, page by page without gaps', async () => {
    const pages: InboxPlace[][] = [];
    for (let after: InboxPlace | null = null; ; after = pages.at(-1)?.at(-1) ?? null) {
      const page = await inboxPage(context, mine, {}, after, 30);
      if (page.length === 0) break;
      pages.push(page);
    }
    const all = pages.flat();
    const { counts } = await overview(0, 0);
    const total = counts.all;
    expect(all.length).toBe(total);
    expect(new Set(all.map((place) => place.taskId)).size).toBe(total);
    expect(all.map((place) => place.dueSort)).toEqual(
      all.map((place) => place.dueSort).sort((a, b) => a - b),
    );
  });

  test('counts what is overdue and due today, and which forms wait', async () => {
    const page = await inboxPage(context, mine, { dueUntil: 2_000 }, null, 100);
    const { counts, forms } = await overview(2_000, 3_000);
    expect(counts.overdue).toBe((await inboxPage(context, mine, { dueUntil: 2_000 }, null, 1_000)).length);
    expect(page.every((place) => place.dueSort < 2_000)).toBe(true);
    expect(forms.reduce((sum, form) => sum + form.count, 0)).toBe(counts.all);
  });

  test('of nobody is empty', async () => {
    expect(await inboxPage(context, [], {}, null, 10)).toEqual([]);
    expect(await inboxPage(context, ['user:nobody'], {}, null, 10)).toEqual([]);
  });

  test('is read from the index alone, however many tasks are open', async () => {
    let asked: { statement: string; values: readonly (string | number | boolean | null)[] } | undefined;
    const sql: Sql = {
      ...context.sql,
      all: (statement, values = []) => {
        asked = { statement, values };
        return context.sql.all(statement, values);
      },
    };
    await inboxPage({ ...context, sql }, mine, {}, null, 30);
    const sqlite = context.sql.dialect === 'sqlite';
    const plan = await context.sql.all<Record<string, unknown>>(
      `EXPLAIN ${sqlite ? 'QUERY PLAN ' : ''}${asked?.statement}`,
      asked?.values,
    );
    const reads = sqlite
      ? plan.map((row) => String(row.detail)).filter((detail) => /\bc\b/.test(detail))
      : plan.filter((row) => row.table === 'c').map((row) => `${row.type} ${row.key} ${row.Extra}`);
    expect(reads.length).toBe(mine.length);
    for (const read of reads)
      expect(read).toMatch(
        sqlite
          ? /^SEARCH c USING (COVERING )?INDEX .*holder=\?/
          : /^(ref|range) (PRIMARY|task_candidate_holder\w*) (?!.*filesort).*Using index/,
      );
  });
});
