import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRestClient } from '@oneplan/runtime/camunda/rest-client.ts';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { demoPupils } from '../../crash/demo-people.ts';
import { goodDeed } from '../../crash/good-deed.ts';
import { openServerPark, type ServerPark } from '../../crash/server-park.ts';
import { StubbornClient } from '../../crash/stubborn-client.ts';
import { openTestContext, type TestContext, testSecret } from '../../testing/test-context.ts';
import { operatonUrl, removeDeployments } from './camunda-server.ts';

const kills = 20;
const engine = createRestClient({ baseUrl: operatonUrl(), timeoutMilliseconds: 20_000 });
let context: TestContext;
let park: ServerPark;

beforeAll(async () => {
  await removeDeployments(engine);
  context = await openTestContext();
  park = await openServerPark(
    {
      databaseUrl: context.databaseUrl,
      dataFolder: dirname(context.filesFolder),
      secret: testSecret,
      env: { ENGINE: 'camunda', CAMUNDA_URL: operatonUrl(), WORKERS: 'off' },
    },
    Date.now(),
  );
}, 180_000);
afterAll(async () => {
  await park?.close();
  await context?.close();
  await removeDeployments(engine);
});

test('a server that is killed between the answer to a submission and its delivery loses and doubles no start', async () => {
  const client = new StubbornClient(park, () => 0);
  const pupils = await demoPupils(context, 1, kills / 5);
  const records: RecordSummary[] = [];
  // given a server that is killed as soon as it has acknowledged, twenty times
  for (let i = 0; i < kills; i++) {
    const pupil = pupils[i % pupils.length];
    if (!pupil) throw new Error('the demo has no pupils');
    const received = await client.send(pupil.username, {
      method: 'POST',
      path: '/api/submissions',
      key: randomUUID(),
      body: { studentId: pupil.studentId, formKey: 'b-r01', data: { ...goodDeed, title: `第${i}条` } },
    });
    expect(received.status).toBe(200);
    records.push((JSON.parse(received.text) as { record: RecordSummary }).record);
    await park.killOne(0);
  }
  // when the last one lives on
  await untilDelivered();
  // then each record has one instance on the engine and one task here
  const there = await engine.all<{ businessKey: string }>('/history/process-instance', {
    processDefinitionKey: 'b-f2-highlight-record',
  });
  expect(there.map(({ businessKey }) => businessKey).sort()).toEqual(records.map(({ id }) => id).sort());
  const tasks = await context.sql.all<{ submission_id: string }>(
    "SELECT submission_id FROM task WHERE status = 'open' ORDER BY submission_id",
  );
  expect(tasks.map((task) => task.submission_id)).toEqual(records.map(({ id }) => id).sort());
  expect(await context.sql.all('SELECT kind, detail FROM engine_mismatch')).toEqual([]);
  expect(client.serverErrors).toEqual([]);
}, 600_000);

async function untilDelivered(): Promise<void> {
  for (;;) {
    const open = await context.sql.all(
      `SELECT instance_id FROM engine_command WHERE state <> 'delivered'
       UNION ALL SELECT instance_id FROM engine_instance WHERE projected_at IS NULL`,
    );
    if (open.length === 0) return;
    park.moveClock(10_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
