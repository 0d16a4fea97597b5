import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { checkTermCaps } from './check-term-caps.ts';
import { sealData } from './record-data.ts';

let context: TestContext;

const definition = {
  components: [
    { type: 'number', key: 'hours', label: '服务时长', termCap: 40 },
    { type: 'datagrid', key: 'days', components: [{ type: 'number', key: 'h', label: '每日', termCap: 10 }] },
    { type: 'number', key: 'free', label: '不限' },
  ],
};

beforeAll(async () => {
  context = await openTestContext();
  await record('a', { hours: 30, days: [{ h: 4 }, { h: 5 }] });
  await record('b', { hours: 40 }, { state: 'withdrawn' });
  await record('c', { hours: 40 }, { term_slot: 2 });
  await record('d', { hours: 40 }, { form_key: 'other' });
  await record('e', { hours: 40 }, { student_id: 'somebody-else' });
}, 120_000);
afterAll(() => context.close());

async function record(id: string, data: object, more: object = {}): Promise<void> {
  const row = {
    id,
    bundle_id: 'bundle',
    form_key: 'b-r05',
    student_id: 'pupil',
    school_id: 'school',
    class_id: 'class',
    term_slot: 1,
    instance_id: id,
    title: id,
    state: 'submitted',
    revision: 1,
    data: sealData(context, 'submission.data', { ...data }),
    created_by: 'pupil',
    created_at: 0,
    updated_at: 0,
    ...more,
  };
  await transaction(context.database, () => context.sql.insert('submission', [row]));
}

const check = (data: object, submissionId: string | null = null) =>
  transaction(context.database, () =>
    checkTermCaps(
      context,
      definition,
      { ...data },
      { studentId: 'pupil', formKey: 'b-r05', termSlot: 1, submissionId },
    ),
  );

describe('hours with a cap for the term', () => {
  test('count with the other records of the term on this form, and no others', async () => {
    await expect(check({ hours: 10 })).resolves.toBeUndefined();
    await expect(check({ hours: 10.5 })).rejects.toMatchObject({
      code: 'validation-failed',
      detail: { errors: [{ path: 'hours', rule: 'termCap', params: { cap: 40, used: 30 } }] },
    });
  });

  test('are not counted twice when a record is corrected', async () => {
    await expect(check({ hours: 40 }, 'a')).resolves.toBeUndefined();
    await expect(check({ hours: 41 }, 'a')).rejects.toMatchObject({ code: 'validation-failed' });
  });

  test('in rows are added up', async () => {
    await expect(check({ days: [{ h: 1 }] })).resolves.toBeUndefined();
    await expect(check({ days: [{ h: 1 }, { h: 1 }] })).rejects.toMatchObject({
      detail: { errors: [{ rule: 'termCap', params: { cap: 10, used: 9 } }] },
    });
  });

  test('and figures without a cap are free', async () => {
    await expect(check({ free: 10_000 })).resolves.toBeUndefined();
  });
});
