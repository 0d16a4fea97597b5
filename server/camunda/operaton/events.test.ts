import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transaction } from '../../persistence/transaction.ts';
import { correlateMessage, type Message } from '../../usecases/engine/correlate-message.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { executeCommand } from '../../usecases/engine/execute-command.ts';
import { throwSignal } from '../../usecases/engine/throw-signal.ts';
import { assignTask, delegateTaskTo, resolveTaskOf } from '../../usecases/engine-tasks/change-task.ts';
import { reconcile } from '../reconcile.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';

let proxy: FaultProxy;
let server: CamundaServer;

beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), 0);
  server = await openCamundaServer({ url: proxy.url });
  const bpmn = new URL('../../usecases/engine/messages.bpmn', import.meta.url);
  await deployForTest(server.context, await readFile(bpmn, 'utf8'));
}, 120_000);
afterAll(async () => {
  await server?.close();
  await proxy?.close();
});

const send = (message: Partial<Message> & { name: string }) =>
  transaction(server.context.database, () =>
    correlateMessage(server.context, { variables: {}, actor: null, ...message }),
  );
async function deliverWithLostAnswer(): Promise<void> {
  await proxy.set('reset');
  await server.deliver();
  await proxy.set('none');
  server.context.advance(60_000);
  await server.deliver();
}
/** Ids here of the instances with a business key that are not over. */
const instancesOf = async (businessKey: string) =>
  (
    await server.context.sql.all<{ id: string }>(
      "SELECT id FROM process_instance WHERE business_key = ? AND status = 'active'",
      [businessKey],
    )
  ).map(({ id }) => id);
async function ordered(businessKey: string, variables: Message['variables'] = {}): Promise<string> {
  const before = await instancesOf(businessKey);
  await send({ name: 'order', businessKey, variables });
  await server.deliver();
  const [id] = (await instancesOf(businessKey)).filter((each) => !before.includes(each));
  if (!id) throw new Error(`nothing was started for ${businessKey}`);
  return id;
}
const standsAt = async (instanceId: string) => {
  const row = await server.context.sql.one<{ state: string }>(
    'SELECT state FROM process_instance WHERE id = ?',
    [instanceId],
  );
  return (JSON.parse(row?.state ?? '{}') as { t: { i: number; e: string }[] }).t;
};
const elementsOf = async (instanceId: string) => (await standsAt(instanceId)).map(({ e }) => e);
const refused = () =>
  server.context.sql.all<{ kind: string; error_message: string }>(
    "SELECT kind, error_message FROM engine_command WHERE state = 'refused' ORDER BY id DESC LIMIT 1",
  );

describe('a message', () => {
  test('that a process starts at starts one instance there and here, although its answer was lost', async () => {
    expect(await send({ name: 'order', businessKey: 'a-1', variables: { amount: 3 } })).toEqual({
      to: 'engine',
      instanceId: '',
    });
    await deliverWithLostAnswer();
    const [id, second] = await instancesOf('a-1');
    expect(second).toBeUndefined();
    expect(await elementsOf(id ?? '')).toEqual(['awaitPayment']);
    const there = await server.engine.all('/history/process-instance', { processInstanceBusinessKey: 'a-1' });
    expect(there).toHaveLength(1);
  }, 60_000);

  test('reaches the one instance with the business key, once although its answer was lost', async () => {
    const [one, other] = [await ordered('b-1'), await ordered('b-2')];
    await send({ name: 'paid', businessKey: 'b-1' });
    await deliverWithLostAnswer();
    expect(await elementsOf(one)).toEqual(['pack']);
    expect(await elementsOf(other)).toEqual(['awaitPayment']);
    const [task] = await server.context.sql.all<{ id: string; holders: string }>(
      'SELECT id, holders FROM task WHERE instance_id = ?',
      [one],
    );
    expect(task?.holders).toBe('["group:packers"]');
    expect(await refused()).toEqual([]);
  }, 60_000);

  test('is told apart by its correlation keys', async () => {
    const one = await ordered('c-1', { customer: 'Li' });
    const other = await ordered('c-1', { customer: 'Wang' });
    await send({ name: 'paid', businessKey: 'c-1', correlationKeys: { customer: 'Wang' } });
    await server.deliver();
    expect([await elementsOf(one), await elementsOf(other)]).toEqual([['awaitPayment'], ['pack']]);
  }, 60_000);

  test('that nobody waits for, and one that two wait for, end as refused commands that say so', async () => {
    await send({ name: 'paid', businessKey: 'nobody' });
    await server.deliver();
    expect(await refused()).toMatchObject([
      { kind: 'correlate-message', error_message: expect.stringContaining('Cannot correlate message') },
    ]);
    const both = [await ordered('d-1'), await ordered('d-1')];
    await send({ name: 'paid', businessKey: 'd-1' });
    await server.deliver();
    expect(await refused()).toMatchObject([{ error_message: expect.stringContaining('2 executions match') }]);
    for (const id of both) expect(await elementsOf(id)).toEqual(['awaitPayment']);
    expect(
      await server.context.sql.all("SELECT kind FROM engine_mismatch WHERE kind = 'command-refused'"),
    ).toHaveLength(2);
  }, 60_000);

  test('whose receiver has to be told at once is refused when it is asked for', async () => {
    await expect(send({ name: 'paid', businessKey: 'b-2', resultNeeded: true })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('is handed to a single activity by its token, once although its answer was lost', async () => {
    const id = await ordered('e-1');
    const [token] = await standsAt(id);
    await transaction(server.context.database, () =>
      executeCommand(
        server.context,
        id,
        { type: 'deliver-message', token: token?.i ?? 0, variables: { paid: true } },
        null,
      ),
    );
    await deliverWithLostAnswer();
    expect(await elementsOf(id)).toEqual(['pack']);
  }, 60_000);
});

test('a signal reaches everybody who waits for it and starts what starts at it, once although its answer was lost', async () => {
  const waiting = await ordered('f-1');
  await transaction(server.context.database, () =>
    throwSignal(server.context, { name: 'closing', variables: { by: 'gate' }, tenantId: null }),
  );
  await deliverWithLostAnswer();
  expect(
    await server.context.sql.one('SELECT status FROM process_instance WHERE id = ?', [waiting]),
  ).toMatchObject({ status: 'completed' });
  const audits = await server.context.sql.all(
    "SELECT t.id FROM task t JOIN process_instance i ON i.id = t.instance_id WHERE t.element_id = 'audit' AND i.process_key = 'audited'",
  );
  expect(audits).toHaveLength(1);
  expect(await server.engine.all('/task', { taskDefinitionKey: 'audit' })).toHaveLength(1);
}, 60_000);

describe('who has a task', () => {
  test('is told to the engine: assigned, delegated, given back, and again although an answer was lost', async () => {
    const id = await ordered('g-1');
    await send({ name: 'paid', businessKey: 'g-1' });
    await server.deliver();
    const task = await server.context.sql.one<{ id: string; engine_task_id: string }>(
      `SELECT t.id, e.engine_task_id FROM task t JOIN engine_activity e ON e.instance_id = t.instance_id AND e.activity = t.token
       WHERE t.instance_id = ?`,
      [id],
    );
    const there = () => server.engine.get(`/task/${task?.engine_task_id}`);
    await assignTask(server.context, task?.id ?? '', 'anna');
    await deliverWithLostAnswer();
    expect(await there()).toMatchObject({ assignee: 'anna', name: 'Pack', delegationState: null });
    await delegateTaskTo(server.context, task?.id ?? '', 'ben');
    await deliverWithLostAnswer();
    expect(await there()).toMatchObject({ assignee: 'ben', owner: 'anna', delegationState: 'PENDING' });
    await resolveTaskOf(server.context, task?.id ?? '');
    await deliverWithLostAnswer();
    expect(await there()).toMatchObject({ assignee: 'anna', delegationState: 'RESOLVED' });
    await assignTask(server.context, task?.id ?? '', null);
    await server.deliver();
    expect(await there()).toMatchObject({ assignee: null });
  }, 60_000);

  test('is told again when somebody has changed it on the engine', async () => {
    const id = await ordered('h-1');
    await send({ name: 'paid', businessKey: 'h-1' });
    await server.deliver();
    const task = await server.context.sql.one<{ id: string; engine_task_id: string }>(
      `SELECT t.id, e.engine_task_id FROM task t JOIN engine_activity e ON e.instance_id = t.instance_id AND e.activity = t.token
       WHERE t.instance_id = ?`,
      [id],
    );
    await server.engine.post(`/task/${task?.engine_task_id}/assignee`, { userId: 'stranger' });
    server.context.advance(60_000);
    await reconcile(server.context, server.link);
    await server.deliver();
    expect(await server.engine.get(`/task/${task?.engine_task_id}`)).toMatchObject({ assignee: null });
    expect(
      await server.context.sql.all(
        "SELECT object_id, resolution FROM engine_mismatch WHERE kind = 'holder-differs'",
      ),
    ).toEqual([{ object_id: task?.id, resolution: 'repaired' }]);
  }, 60_000);
});

test('a process that starts at a time is started by this server alone', async () => {
  const jobs = await server.engine.all<{ suspended: boolean }>('/job', { processDefinitionKey: 'yearly' });
  expect(jobs.map(({ suspended }) => suspended)).toEqual([true]);
});
