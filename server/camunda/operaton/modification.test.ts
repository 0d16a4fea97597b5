import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { stepsToReturnTo } from '../../usecases/approval/return-task.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { executeCommand, startInstances } from '../../usecases/engine/execute-command.ts';
import { activateInstance, suspendInstance } from '../../usecases/instances/suspend-instance.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';

let proxy: FaultProxy;
let server: CamundaServer;
let definitionId: string;
let instanceId: string;
let engineId: string;

beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), 0);
  server = await openCamundaServer({ url: proxy.url });
  const bpmn = await readFile(new URL('called-and-several.bpmn', import.meta.url), 'utf8');
  definitionId = (await deployForTest(server.context, bpmn)).get('calling') ?? '';
}, 120_000);
afterAll(async () => {
  await server?.close();
  await proxy?.close();
});

/** An instance that waits at three instances of one task and in the process that it has called. */
beforeEach(async () => {
  const { context } = server;
  const definition = await findDefinition(context, definitionId);
  if (!definition) throw new Error('the definition is not there');
  instanceId = context.newId();
  await transaction(context.database, () =>
    startInstances(context, [
      {
        bundle: definition.bundle,
        processKey: 'calling',
        instanceId,
        businessKey: null,
        place: null,
        record: null,
        variables: {},
        actor: null,
      },
    ]),
  );
  await server.deliver();
  await execute({ type: 'complete-user-task', token: await tokenAt('prepare'), variables: {} });
  await server.deliver();
  const row = await context.sql.one<{ engine_id: string }>(
    'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
    [instanceId],
  );
  engineId = row?.engine_id ?? '';
});

const execute = (command: Parameters<typeof executeCommand>[2]) =>
  transaction(server.context.database, () => executeCommand(server.context, instanceId, command, null));
async function tokens(): Promise<InstanceState['t']> {
  const row = await server.context.sql.one<{ state: string }>(
    'SELECT state FROM process_instance WHERE id = ?',
    [instanceId],
  );
  return (JSON.parse(row?.state ?? '{}') as InstanceState).t;
}
async function tokenAt(element: string): Promise<number> {
  const token = (await tokens()).find(({ e, m }) => e === element && m === undefined);
  if (!token) throw new Error(`nothing waits at ${element}`);
  return token.i;
}
async function deliverWithLostAnswer(): Promise<void> {
  await proxy.set('reset');
  await server.deliver();
  await proxy.set('none');
  server.context.advance(60_000);
  await server.deliver();
}
const openHere = async () =>
  (
    await server.context.sql.all<{ element_id: string }>(
      "SELECT element_id FROM task WHERE instance_id = ? AND status = 'open' ORDER BY element_id",
      [instanceId],
    )
  ).map(({ element_id }) => element_id);
const refused = () =>
  server.context.sql.all("SELECT kind, error_message FROM engine_command WHERE state = 'refused'");

test('where an instance stands is known with bodies, called processes and what is inside them', async () => {
  expect((await tokens()).map(({ e, m, c }) => ({ e, m, called: c?.d }))).toEqual(
    expect.arrayContaining([
      { e: 'several', m: true, called: undefined },
      { e: 'call', m: undefined, called: 'called' },
      { e: 'write', m: undefined, called: undefined },
    ]),
  );
  expect(await openHere()).toEqual(['several', 'several', 'several', 'write']);
});

test('one instance of several is cancelled, and another added, each once although the answer was lost', async () => {
  await execute({ type: 'modify', instructions: [{ do: 'cancel', token: await tokenAt('several') }] });
  expect(await openHere()).toEqual(['several', 'several', 'write']);
  await deliverWithLostAnswer();
  expect(await openHere()).toEqual(['several', 'several', 'write']);
  await execute({ type: 'modify', instructions: [{ do: 'start-before', elementId: 'several' }] });
  await deliverWithLostAnswer();
  expect(await openHere()).toEqual(['several', 'several', 'several', 'write']);
  expect(await refused()).toEqual([]);
}, 60_000);

test('a return out of several and to before the fork ends the work in every branch, in called processes as well', async () => {
  const token = await tokenAt('several');
  const steps = await transaction(server.context.database, async () => {
    const instance = await lockInstance(server.context, instanceId);
    if (!instance) throw new Error('the instance is not there');
    return stepsToReturnTo(server.context, { instance, token });
  });
  const step = steps.find(({ elementId }) => elementId === 'prepare');
  expect(step?.endsWorkAt).toEqual(['call']);
  await execute({ type: 'modify', instructions: step?.instructions ?? [] });
  await deliverWithLostAnswer();
  expect(await openHere()).toEqual(['prepare']);
  expect((await tokens()).map(({ e }) => e)).toEqual(['prepare']);
  expect(await refused()).toEqual([]);
}, 60_000);

test('a return within a called process is a modification of that process on the engine', async () => {
  await execute({ type: 'complete-user-task', token: await tokenAt('write'), variables: {} });
  await server.deliver();
  expect(await openHere()).toEqual(['read', 'several', 'several', 'several']);
  const token = await tokenAt('read');
  const steps = await transaction(server.context.database, async () => {
    const instance = await lockInstance(server.context, instanceId);
    if (!instance) throw new Error('the instance is not there');
    return stepsToReturnTo(server.context, { instance, token });
  });
  const step = steps.find(({ elementId }) => elementId === 'write');
  await execute({ type: 'modify', instructions: step?.instructions ?? [] });
  await deliverWithLostAnswer();
  expect(await openHere()).toEqual(['several', 'several', 'several', 'write']);
  expect(await refused()).toEqual([]);
}, 60_000);

test('a correction in a process and in one that it calls at once is refused when it is asked for', async () => {
  await expect(
    execute({
      type: 'modify',
      instructions: [
        { do: 'cancel', token: await tokenAt('write') },
        { do: 'start-before', elementId: 'prepare' },
      ],
    }),
  ).rejects.toMatchObject({ code: 'MODIFICATION' });
});

test('a suspended instance stands still on the engine a moment later, is corrected there, and goes on', async () => {
  await suspendInstance(server.context, null, { id: instanceId, reason: '休学' });
  await deliverWithLostAnswer();
  expect(await server.engine.get(`/process-instance/${engineId}`)).toMatchObject({ suspended: true });
  await execute({ type: 'modify', instructions: [{ do: 'cancel', token: await tokenAt('several') }] });
  await server.deliver();
  expect(await openHere()).toEqual(['several', 'several', 'write']);
  await activateInstance(server.context, null, { id: instanceId, reason: '复学' });
  await deliverWithLostAnswer();
  expect(await server.engine.get(`/process-instance/${engineId}`)).toMatchObject({ suspended: false });
  expect(await refused()).toEqual([]);
}, 60_000);
