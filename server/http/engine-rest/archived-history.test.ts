import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startJobExecutor } from '../../jobs/job-executor.ts';
import { openPurchaseFixture, type PurchaseFixture } from './purchase-fixture.ts';

const day = 86_400_000;
let fixture: PurchaseFixture;
/** An instance that ended long ago, one that runs. */
let ended: string;
let running: string;
/** The answers of each address before the instance was archived. */
const before = new Map<string, unknown>();

const get = async (path: string) => (await fixture.rest.manage<unknown>('GET', path)).body;
const addresses = () => [
  `/history/process-instance/${ended}`,
  `/history/process-instance?processDefinitionKey=purchase&sortBy=startTime&sortOrder=asc`,
  `/history/process-instance?processInstanceBusinessKey=old&finished=true`,
  `/history/process-instance?startedBefore=2026-11-21T00:00:00.000%2B0000&externallyTerminated=true`,
  `/history/process-instance?processDefinitionKey=purchase&sortBy=endTime&sortOrder=desc&firstResult=1&maxResults=1`,
  `/history/process-instance?unfinished=true`,
  `/history/process-instance/count?processDefinitionKey=purchase`,
  `/history/activity-instance?processInstanceId=${ended}&sortBy=occurrence&sortOrder=asc`,
  `/history/activity-instance?processInstanceId=${ended}&activityType=userTask&finished=true`,
  `/history/activity-instance/count?processInstanceId=${ended}&canceled=true`,
  `/history/activity-instance/approve:${ended}:2`,
  `/history/task?processInstanceId=${ended}&sortBy=startTime&sortOrder=desc`,
  `/history/task?processInstanceId=${ended}&taskNameLike=App%25&processFinished=true`,
  `/history/variable-instance?processInstanceId=${ended}&sortBy=variableName&sortOrder=asc`,
  `/history/variable-instance/count?processInstanceId=${ended}&variableName=amount`,
];

async function archiveByExecutor(): Promise<void> {
  const executor = startJobExecutor(fixture.context, { archiveAfterDays: 1 });
  const archived = async () =>
    (await fixture.context.sql.all('SELECT id FROM history_instance WHERE id = ?', [ended])).length > 0;
  while (!(await archived())) await new Promise((resolve) => setImmediate(resolve));
  await executor.stop();
}

beforeAll(async () => {
  fixture = await openPurchaseFixture();
  ended = await fixture.start({ amount: { value: 3, type: 'Integer' } }, 'old');
  await fixture.complete(ended, { approved: { value: true } });
  await fixture.rest.manage('DELETE', `/process-instance/${ended}`);
  fixture.context.advance(2 * day);
  running = await fixture.start({}, 'new');
  for (const address of addresses()) before.set(address, await get(address));
  await archiveByExecutor();
}, 120_000);
afterAll(() => fixture.close());

describe('the history of an instance that the job executor has archived', () => {
  test('has left the tables of the engine', async () => {
    const left = await fixture.context.sql.all('SELECT id FROM process_instance WHERE id = ?', [ended]);
    expect(left).toEqual([]);
    expect(await get(`/history/process-instance/${running}`)).toMatchObject({ state: 'ACTIVE' });
  });

  test('is answered as before', async () => {
    for (const [address, answer] of before) expect([address, await get(address)]).toEqual([address, answer]);
    expect(before.get(addresses()[1] ?? '')).toMatchObject([{ id: ended }, { id: running }]);
    expect(before.get(addresses()[2] ?? '')).toHaveLength(1);
    expect(before.get(addresses()[6] ?? '')).toEqual({ count: 2 });
  });

  test('is not asked for what only a table can tell', async () => {
    const path = `/history/task?processInstanceId=${ended}&taskInvolvedUser=bob`;
    expect(await fixture.rest.manage('GET', path)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("'taskInvolvedUser'") },
    });
  });
});
