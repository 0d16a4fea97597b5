import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliver } from '@oneplan/runtime/camunda/deliver.ts';
import { transaction } from '../../persistence/transaction.ts';
import { correlateMessage } from '../../usecases/engine/correlate-message.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { executeCommand } from '../../usecases/engine/execute-command.ts';
import { throwSignal } from '../../usecases/engine/throw-signal.ts';
import { assignTask } from '../../usecases/engine-tasks/change-task.ts';
import { claimCommands } from '../claim-commands.ts';
import { resolveCommand } from '../resolve-command.ts';
import { type CamundaServer, openCamundaServer } from './camunda-server.ts';

const lockMilliseconds = 120_000;
let server: CamundaServer;

beforeAll(async () => {
  server = await openCamundaServer();
  const bpmn = new URL('../../usecases/engine/messages.bpmn', import.meta.url);
  await deployForTest(server.context, await readFile(bpmn, 'utf8'));
  await server.deliver();
}, 120_000);
afterAll(() => server?.close());

/** As a server that is killed between the engine's answer and its own mark; then another takes over. */
async function killedAfterSending(): Promise<void> {
  const { context, link } = server;
  const [command] = await claimCommands(context, { owner: 'killed', limit: 1, lockMilliseconds });
  if (!command) throw new Error('nothing waits');
  expect(command.repeat).toBe(false);
  await deliver(link.client, await resolveCommand(context, link, command), command.repeat);
  await server.deliver();
  expect(await context.sql.all("SELECT id FROM engine_command WHERE state = 'waiting'")).toHaveLength(1);
  context.advance(lockMilliseconds + 1);
  await server.deliver();
  expect(await context.sql.all("SELECT kind FROM engine_command WHERE state <> 'delivered'")).toEqual([]);
}

const order = (businessKey: string) =>
  transaction(server.context.database, () =>
    correlateMessage(server.context, { name: 'order', businessKey, variables: {}, actor: null }),
  );
async function only(businessKey: string) {
  const rows = await server.context.sql.all<{ id: string; engine_id: string; state: string }>(
    `SELECT i.id, e.engine_id, i.state FROM process_instance i JOIN engine_instance e ON e.instance_id = i.id
     WHERE i.business_key = ? AND i.status = 'active'`,
    [businessKey],
  );
  expect(rows).toHaveLength(1);
  const [row] = rows;
  const { t } = JSON.parse(row?.state ?? '{}') as { t: { i: number; e: string }[] };
  return { id: row?.id ?? '', engineId: row?.engine_id ?? '', tokens: t, elements: t.map(({ e }) => e) };
}
const execute = (instanceId: string, command: Parameters<typeof executeCommand>[2]) =>
  transaction(server.context.database, () => executeCommand(server.context, instanceId, command, null));

test('whatever was sent by a server that was killed before it could mark it happens once', async () => {
  // a message that starts a process
  await order('k-1');
  await killedAfterSending();
  const started = await only('k-1');
  expect(started.elements).toEqual(['awaitPayment']);
  // a message to whoever waits
  await transaction(server.context.database, () =>
    correlateMessage(server.context, { name: 'paid', businessKey: 'k-1', variables: {}, actor: null }),
  );
  await killedAfterSending();
  expect((await only('k-1')).elements).toEqual(['pack']);
  // who has a task
  const task = await server.context.sql.one<{ id: string }>('SELECT id FROM task WHERE instance_id = ?', [
    started.id,
  ]);
  await assignTask(server.context, task?.id ?? '', 'anna');
  await killedAfterSending();
  expect(await server.engine.all('/task', { processInstanceId: started.engineId })).toMatchObject([
    { assignee: 'anna' },
  ]);
  // a correction that only starts: nothing that it ends could tell
  await execute(started.id, {
    type: 'modify',
    instructions: [{ do: 'start-before', elementId: 'repair' }],
  });
  await killedAfterSending();
  expect((await only('k-1')).elements).toEqual(['pack', 'repair']);
  // a correction that only ends
  await execute(started.id, {
    type: 'modify',
    instructions: [{ do: 'cancel-all', elementId: 'repair' }],
  });
  await killedAfterSending();
  expect((await only('k-1')).elements).toEqual(['pack']);
  // a BPMN error, and variables
  const [pack] = (await only('k-1')).tokens;
  await execute(started.id, { type: 'set-variables', token: pack?.i ?? 0, variables: { seen: 1 } });
  await killedAfterSending();
  await execute(started.id, { type: 'throw-error', token: pack?.i ?? 0, code: 'broken' });
  await killedAfterSending();
  expect((await only('k-1')).elements).toEqual(['repair']);
  // a message to one activity
  await order('k-2');
  await server.deliver();
  const other = await only('k-2');
  await execute(other.id, { type: 'deliver-message', token: other.tokens[0]?.i ?? 0, variables: {} });
  await killedAfterSending();
  expect((await only('k-2')).elements).toEqual(['pack']);
  // a signal that somebody waits for and that a process starts at
  await order('k-3');
  await server.deliver();
  await transaction(server.context.database, () =>
    throwSignal(server.context, { name: 'closing', variables: {}, tenantId: null }),
  );
  await killedAfterSending();
  expect(await server.engine.all('/task', { taskDefinitionKey: 'audit' })).toHaveLength(1);
  // an end
  await execute(other.id, { type: 'cancel', reason: 'test' });
  await killedAfterSending();
  expect(await server.engine.all('/process-instance', { businessKey: 'k-2' })).toEqual([]);
}, 120_000);
