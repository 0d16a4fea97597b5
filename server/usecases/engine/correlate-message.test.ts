import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { correlateMessage, correlateMessageToAll, type Message } from './correlate-message.ts';
import { deployForTest } from './deployment-fixture.ts';
import { executeCommands } from './execute-command.ts';

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
    ).toEqual([{ definition_id: definitions.get('ordering'), element_id: 'ordered', name: 'order' }]);
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
