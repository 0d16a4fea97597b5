import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { moveByHand, setVariablesByHand } from '../instances/correct-instance.ts';
import { getInstance } from '../instances/get-instance.ts';
import { correlateMessage, correlateMessageToAll, type Message } from './correlate-message.ts';
import { deployForTest } from './deployment-fixture.ts';
import { executeCommands } from './execute-command.ts';
import { modifyInstance } from './modify-instance.ts';
import { throwSignal } from './throw-signal.ts';

let context: TestContext;
let definitions: ReadonlyMap<string, string>;

beforeAll(async () => {
  context = await openTestContext();
  definitions = await deployForTest(
    context,
    await readFile(new URL('messages.bpmn', import.meta.url), 'utf8'),
  );
});
afterAll(() => context.close());

const send = (message: Partial<Message> & { name: string }) =>
  transaction(context.database, () => correlateMessage(context, { variables: {}, actor: null, ...message }));
const order = async (businessKey: string, variables: Message['variables'] = {}) =>
  (await send({ name: 'order', businessKey, variables })).instanceId;
const rows = (table: string, instanceId: string) =>
  context.sql.all(`SELECT * FROM ${table} WHERE instance_id = ?`, [instanceId]);

describe('a message', () => {
  test('that a process starts at starts an instance with its business key and variables', async () => {
    // when
    const correlation = await send({ name: 'order', businessKey: 'a-1', variables: { amount: 3 } });
    // then
    expect(correlation.to).toBe('start');
    const instance = await context.sql.one('SELECT * FROM process_instance WHERE id = ?', [
      correlation.instanceId,
    ]);
    expect(instance).toMatchObject({ business_key: 'a-1', process_key: 'ordering', subject_kind: 'none' });
    expect(await rows('subscription', correlation.instanceId)).toMatchObject([
      { name: 'paid', business_key: 'a-1', process_key: 'ordering', element_id: 'awaitPayment' },
      { name: 'closing', kind: 'signal' },
    ]);
  });

  test('reaches the one instance with the business key, whose task goes to the plain group', async () => {
    const [one, other] = [await order('b-1'), await order('b-2')];
    // when
    expect(await send({ name: 'paid', businessKey: 'b-1' })).toMatchObject({ instanceId: one });
    // then the waits of one are over, and those of the other are not
    expect(await rows('subscription', one)).toEqual([]);
    expect(await rows('subscription', other)).toHaveLength(2);
    const [task] = await rows('task', one);
    expect(task).toMatchObject({ element_id: 'pack', submission_id: null, holders: '["group:packers"]' });
    expect(
      await context.sql.all('SELECT holder FROM task_candidate WHERE task_id = ?', [String(task?.id)]),
    ).toEqual([{ holder: 'group:packers' }]);
  });

  test('reaches the one instance whose variables have the values of the correlation keys', async () => {
    await order('c', { number: 7, place: { city: '深圳' } });
    const wanted = await order('c', { number: 8, place: { city: '深圳' } });
    const correlationKeys = { number: 8, place: { city: '深圳' } };
    expect(await send({ name: 'paid', correlationKeys })).toMatchObject({
      to: 'execution',
      instanceId: wanted,
    });
    // and nobody waits with them a second time
    await expect(send({ name: 'paid', correlationKeys })).rejects.toThrow(
      "Cannot correlate message 'paid': No process definition or execution matches the parameters",
    );
  });

  test('that two instances wait for is refused, and both still wait', async () => {
    const both = [await order('d'), await order('d')];
    await expect(send({ name: 'paid', businessKey: 'd' })).rejects.toThrow(
      "Cannot correlate message 'paid': 2 executions match the correlation keys",
    );
    for (const id of both) expect(await rows('subscription', id)).toHaveLength(2);
    // unless it is meant for all of them
    const all = await transaction(context.database, () =>
      correlateMessageToAll(context, { name: 'paid', businessKey: 'd', variables: {}, actor: null }),
    );
    expect(all.map(({ instanceId }) => instanceId)).toEqual(both);
    for (const id of both) expect(await rows('subscription', id)).toEqual([]);
  });
});

describe('the start events of a definition that is published', () => {
  test('are rows: a subscription for a message, a job for a timer', async () => {
    expect(
      await context.sql.all(
        'SELECT definition_id, element_id, name FROM subscription WHERE instance_id IS NULL',
      ),
    ).toEqual([
      { definition_id: definitions.get('ordering'), element_id: 'ordered', name: 'order' },
      { definition_id: definitions.get('audited'), element_id: 'whenClosing', name: 'closing' },
    ]);
    const [job] = await context.sql.all("SELECT * FROM job WHERE kind = 'start-timer'");
    expect(job).toMatchObject({ definition_id: definitions.get('yearly'), instance_id: '', repeats_left: 2 });
    expect(Number(job?.due_at)).toBe(context.now() + 86_400_000);
  });
});

describe('commands for several instances', () => {
  test('are done together, and one that is refused stops no other', async () => {
    // given
    const [one, two] = [await order('e-1'), await order('e-2')];
    const token = async (id: string) =>
      Number((await rows('subscription', id)).find(({ kind }) => kind === 'message')?.token);
    const deliver = async (instanceId: string, at: number) => ({
      instanceId,
      command: { type: 'deliver-message', token: at, variables: { paid: true } } as const,
      actor: null,
    });
    const commands = [
      await deliver(one, 99),
      await deliver('00000000-0000-7000-8000-000000000000', 1),
      await deliver(two, await token(two)),
    ];
    // when
    const outcomes = await transaction(context.database, () => executeCommands(context, commands));
    // then
    expect(outcomes.map(({ error }) => (error as { code?: string } | undefined)?.code ?? null)).toEqual([
      'TOKEN_GONE',
      'not-found',
      null,
    ]);
    expect(await rows('subscription', one)).toHaveLength(2);
    expect(await rows('task', two)).toHaveLength(1);
    // and what the refused one left alone can still be done
    await transaction(context.database, async () =>
      executeCommands(context, [await deliver(one, await token(one))]),
    );
    expect(await rows('task', one)).toHaveLength(1);
  });
});

describe('an instance that is moved by hand', () => {
  test('leaves no wait of what was cancelled and is audited', async () => {
    const id = await order('f');
    // when
    await transaction(context.database, () =>
      modifyInstance(context, null, id, [
        { do: 'start-before', elementId: 'pack' },
        { do: 'cancel-all', elementId: 'awaitPayment' },
      ]),
    );
    // then
    expect(await rows('subscription', id)).toEqual([]);
    expect(await rows('task', id)).toMatchObject([{ element_id: 'pack', status: 'open' }]);
    expect(
      await context.sql.one("SELECT detail FROM audit WHERE action = 'instance.modified'"),
    ).not.toBeNull();
  });

  test('by an administrator tells why; what does not fit is refused and changes nothing', async () => {
    const id = await order('g');
    const admin = { userId: context.newId(), name: 'Admin' };
    const move = (...instructions: Parameters<typeof moveByHand>[2]['instructions']) =>
      moveByHand(context, admin, { id, reason: 'paid in cash', instructions });
    const before = await rows('subscription', id);
    // when
    await expect(move({ do: 'cancel-all', elementId: 'nowhere' })).rejects.toMatchObject({
      code: 'modification-not-possible',
      detail: { reason: 'UNKNOWN_ELEMENT', elementId: 'nowhere' },
    });
    await expect(move({ do: 'cancel-all', elementId: 'awaitPayment' })).rejects.toMatchObject({
      code: 'modification-not-possible',
      detail: { reason: 'NOTHING_LEFT' },
    });
    // then
    expect(await rows('subscription', id)).toEqual(before);
    // when
    await move({ do: 'start-before', elementId: 'pack' }, { do: 'cancel-all', elementId: 'awaitPayment' });
    await setVariablesByHand(context, admin, {
      id,
      reason: 'wrong sum',
      variables: { amount: 5 },
      remove: ['note'],
    });
    // then
    const { timeline } = await getInstance(context, id);
    expect(timeline.map(({ kind, actor, remark }) => ({ kind, actor, remark }))).toEqual(
      expect.arrayContaining([
        { kind: 'modified', actor: 'Admin', remark: 'paid in cash' },
        { kind: 'variables-set', actor: 'Admin', remark: 'wrong sum' },
      ]),
    );
    const instance = await context.sql.one<{ state: string }>(
      'SELECT state FROM process_instance WHERE id = ?',
      [id],
    );
    expect(JSON.parse(instance?.state ?? '').v).toEqual({ amount: 5 });
    const audited = await context.sql.one<{ detail: string }>(
      "SELECT detail FROM audit WHERE action = 'instance.variables-set'",
    );
    expect(JSON.parse(audited?.detail ?? '')).toEqual({
      reason: 'wrong sum',
      set: ['amount'],
      removed: ['note'],
    });
  });
});

describe('a BPMN error at a user task', () => {
  test('ends the task and goes the way of the boundary event that catches it', async () => {
    const id = await order('h');
    await send({ name: 'paid', businessKey: 'h' });
    const [pack] = await rows('task', id);
    // when
    await transaction(context.database, () =>
      executeCommands(context, [
        {
          instanceId: id,
          command: { type: 'throw-error', token: Number(pack?.token), code: 'broken' },
          actor: null,
        },
      ]),
    );
    // then
    expect((await rows('task', id)).map(({ element_id, status }) => [element_id, status])).toEqual([
      ['pack', 'cancelled'],
      ['repair', 'open'],
    ]);
  });
});

describe('a signal', () => {
  test('reaches every instance that waits for its name and starts what starts at it, each once', async () => {
    const two = [await order('i-1'), await order('i-2')];
    const gone = await order('i-3');
    await send({ name: 'paid', businessKey: 'i-3' });
    const started = () =>
      context.sql.all("SELECT status FROM process_instance WHERE process_key = 'audited'");
    // when
    await transaction(context.database, () =>
      throwSignal(context, { name: 'closing', variables: { why: 'night' }, tenantId: null }),
    );
    for (let round = 0; round < 3; round++) await runDueJobs(context);
    // then
    const status = async (id: string) =>
      (await context.sql.one('SELECT status FROM process_instance WHERE id = ?', [id]))?.status;
    expect(await Promise.all([...two, gone].map(status))).toEqual(['completed', 'completed', 'active']);
    expect(await started()).toEqual([{ status: 'active' }]);
    // and one whose name nobody waits for reaches nobody
    await transaction(context.database, () =>
      throwSignal(context, { name: 'opening', variables: {}, tenantId: null }),
    );
    await runDueJobs(context);
    expect(await status(gone)).toBe('active');
    expect(await started()).toHaveLength(1);
  });
});
