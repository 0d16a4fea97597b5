import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import { type DemoPupil, demoPupils } from '../../crash/demo-people.ts';
import { goodDeed } from '../../crash/good-deed.ts';
import type { Client } from '../../testing/test-server.ts';
import { reconcile } from '../reconcile.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type Fault, type FaultProxy, openFaultProxy } from './fault-proxy.ts';

const perPupil = 5;
const timeout = 1_500;
/** Longer than a call may take, and shorter than a start may stay on its way. */
const lag = 2_000;
const outages: readonly Fault[] = [
  'lag',
  'error-before',
  'none',
  'reset',
  'half',
  'refused',
  'error-after',
  'none',
];

let proxy: FaultProxy;
let server: CamundaServer;

beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), lag);
  server = await openCamundaServer({ url: proxy.url, timeoutMilliseconds: timeout });
}, 120_000);
afterAll(async () => {
  await proxy?.set('none');
  await server?.close();
  await proxy?.close();
});

/** Real time for the server's clock, so that what it waits for comes. */
function startClock(): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    server.context.advance(Date.now() - last);
    last = Date.now();
  }, 20);
  return () => clearInterval(timer);
}

test('200 submissions and completions during an outage: none lost, none doubled, and the portal answers all along', async () => {
  const pupils = await demoPupils(server.context, 2, 20);
  expect(pupils).toHaveLength(40);
  const clients = new Map<string, Client>();
  for (const name of new Set(pupils.flatMap(({ username, teacher }) => [username, teacher])))
    clients.set(name, await server.signIn(name));
  const stopClock = startClock();
  // when every pupil submits five records while the engine fails in one way after the other
  let outage = startOutage();
  const submitted = (await inTurns(pupils, (pupil) => submitAll(pupil, clients))).flat();
  await outage.end();
  await catchUp();
  // and the teachers confirm all of them in another outage
  outage = startOutage();
  const completed = new Set<string>();
  for (const name of new Set(pupils.map(({ teacher }) => teacher)))
    while ((await confirmAll(clientOf(clients, name), completed)) > 0);
  await outage.end();
  // then, when it is over, everything catches up
  await catchUp();
  stopClock();
  expect(completed.size).toBe(200);
  expect(submitted).toHaveLength(200);
  const { context, engine } = server;
  const rows = await context.sql.all<{ kind: string; state: string; n: number }>(
    'SELECT kind, state, COUNT(*) AS n FROM engine_command GROUP BY kind, state ORDER BY kind',
  );
  expect(rows.map((row) => ({ ...row, n: Number(row.n) }))).toEqual([
    { kind: 'complete-task', state: 'delivered', n: 200 },
    { kind: 'start', state: 'delivered', n: 200 },
  ]);
  const there = await engine.all<{ businessKey: string; state: string }>('/history/process-instance', {
    processDefinitionKey: 'b-f2-highlight-record',
  });
  expect(there.map((instance) => instance.businessKey).sort()).toEqual(submitted.map(({ id }) => id).sort());
  const reviews = await engine.all<{ deleteReason: string; processInstanceId: string }>('/history/task', {
    taskDefinitionKey: 'review',
  });
  expect(reviews.filter((task) => task.deleteReason === 'completed')).toHaveLength(200);
  expect(new Set(reviews.map((task) => task.processInstanceId)).size).toBe(200);
  // and nothing differs
  await reconcile(context, server.link);
  expect(await context.sql.all('SELECT kind, detail FROM engine_mismatch')).toEqual([]);
}, 240_000);

test('a start that reaches the engine after its repeat has no effect there', async () => {
  const { context, engine } = server;
  const [pupil] = (await demoPupils(context, 3, 1)).slice(-1);
  if (!pupil) throw new Error('the demo has no third class');
  const client = await server.signIn(pupil.username);
  // given a record whose start ran twice, because the first was overtaken on its way
  const { body } = await submit(client, pupil, '迟到的开始');
  await server.deliver();
  const row = await context.sql.one<{ engine_definition_id: string; payload: string }>(
    `SELECT d.engine_definition_id, c.payload FROM engine_command c JOIN process_instance i ON i.id = c.instance_id
     JOIN engine_deployment d ON d.bundle_id = i.bundle_id WHERE i.id = ?`,
    [body.record.instanceId],
  );
  const late = await engine.post<{ id: string }>(`/process-definition/${row?.engine_definition_id}/start`, {
    businessKey: body.record.id,
    variables: {
      oneplanInstanceId: { value: body.record.instanceId, type: 'String' },
      reminderPeriod: { value: 'P7D', type: 'String' },
    },
  });
  // when
  await server.follow();
  await reconcile(context, server.link);
  // then there is one task here, and the double is gone there
  const tasks = await context.sql.all('SELECT id FROM task WHERE instance_id = ?', [body.record.instanceId]);
  expect(tasks).toHaveLength(1);
  expect(await engine.get(`/history/process-instance/${late.id}`)).toMatchObject({
    state: 'EXTERNALLY_TERMINATED',
  });
  const found = await context.sql.all('SELECT kind, object_id, resolution FROM engine_mismatch');
  expect(found).toEqual([{ kind: 'double-start', object_id: late.id, resolution: 'repaired' }]);
}, 60_000);

/** Begins to deliver over a connection that breaks; `end` lets every fault happen twice, then heals it. */
function startOutage(): { end(): Promise<void> } {
  let over = false;
  const faults = (async () => {
    for (const fault of [...outages, ...outages]) {
      await proxy.set(fault);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    over = true;
    await proxy.set('none');
  })();
  const delivery = (async () => {
    while (!over) {
      await server.deliver();
      await server.follow();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    end: async () => {
      await Promise.all([faults, delivery]);
    },
  };
}

async function catchUp(): Promise<void> {
  for (;;) {
    await server.deliver();
    await server.follow();
    const waiting = await server.context.sql.all(
      `SELECT instance_id FROM engine_command WHERE state = 'waiting'
       UNION ALL SELECT instance_id FROM engine_instance WHERE projected_at IS NULL`,
    );
    if (waiting.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function clientOf(clients: ReadonlyMap<string, Client>, name: string): Client {
  const client = clients.get(name);
  if (!client) throw new Error(`${name} is not signed in`);
  return client;
}

function submit(client: Client, pupil: DemoPupil, title: string) {
  return client.send<{ record: RecordSummary }>('POST', '/api/submissions', {
    body: { studentId: pupil.studentId, formKey: 'b-r01', data: { ...goodDeed, title } },
  });
}

async function submitAll(pupil: DemoPupil, clients: ReadonlyMap<string, Client>): Promise<RecordSummary[]> {
  const client = clientOf(clients, pupil.username);
  const records: RecordSummary[] = [];
  for (let i = 0; i < perPupil; i++) {
    const answer = await submit(client, pupil, `社区志愿服务${i}`);
    expect(answer.status).toBe(200);
    records.push(answer.body.record);
  }
  return records;
}

/** Confirms what the inbox shows; answers how many that was. */
async function confirmAll(teacher: Client, completed: Set<string>): Promise<number> {
  const { status, body } = await teacher.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  expect(status).toBe(200);
  for (const task of body.items) {
    const answer = await teacher.send('POST', `/api/tasks/${task.id}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
    });
    expect(answer.status).toBe(200);
    completed.add(task.id);
  }
  return body.items.length;
}

/** A few at a time. */
async function inTurns<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const queue = [...items];
  const results: B[] = [];
  const runner = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: 4 }, runner));
  return results;
}
