import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { executeCommand, startInstances } from '../../usecases/engine/execute-command.ts';
import { listJobs } from '../../usecases/jobs/list-jobs.ts';
import { resolveIncident } from '../../usecases/jobs/resolve-incident.ts';
import { retryJob } from '../../usecases/jobs/retry-job.ts';
import { projectInstance } from '../project-instance.ts';
import { reconcile } from '../reconcile.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';

let proxy: FaultProxy;
let server: CamundaServer;
let definitionId: string;

beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), 0);
  server = await openCamundaServer({ url: proxy.url });
  const bpmn = await readFile(new URL('failing-work.bpmn', import.meta.url), 'utf8');
  definitionId = (await deployForTest(server.context, bpmn)).get('failing') ?? '';
}, 120_000);
afterAll(async () => {
  await server?.close();
  await proxy?.close();
});

async function started(variables: Record<string, unknown>) {
  const { context } = server;
  const definition = await findDefinition(context, definitionId);
  if (!definition) throw new Error('the definition is not there');
  const instanceId = context.newId();
  await transaction(context.database, () =>
    startInstances(context, [
      {
        bundle: definition.bundle,
        processKey: 'failing',
        instanceId,
        businessKey: null,
        place: null,
        record: null,
        variables,
        actor: null,
      },
    ]),
  );
  await server.deliver();
  const row = await context.sql.one<{ engine_id: string }>(
    'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
    [instanceId],
  );
  return { instanceId, engineId: row?.engine_id ?? '' };
}
async function compare() {
  server.context.advance(60_000);
  await reconcile(server.context, server.link);
  await server.deliver();
}
async function deliverWithLostAnswer(): Promise<void> {
  await proxy.set('reset');
  await server.deliver();
  await proxy.set('none');
  server.context.advance(60_000);
  await server.deliver();
}
const incidentsOf = (instanceId: string) =>
  server.context.sql.all<{ id: string; kind: string; element_id: string }>(
    'SELECT id, kind, element_id FROM incident WHERE instance_id = ?',
    [instanceId],
  );
interface EngineJob {
  readonly id: string;
  readonly retries: number;
}
const jobsThere = (engineId: string) => server.engine.all<EngineJob>('/job', { processInstanceId: engineId });

test('a job that has failed on the engine is an incident here; new tries end it there, also when their answer was lost', async () => {
  const it = await started({ amount: 1 });
  expect((await listJobs(server.context, it.instanceId)).items).toMatchObject([
    { kind: 'continuation', elementId: 'choose' },
  ]);
  const [job] = await jobsThere(it.engineId);
  await server.engine.put(`/job/${job?.id}/retries`, { retries: 0 });
  await compare();
  const [incident] = await incidentsOf(it.instanceId);
  expect(incident).toMatchObject({ kind: 'failedJob', element_id: 'choose' });
  await resolveIncident(server.context, null, { id: incident?.id ?? '', retries: 2 });
  expect(await incidentsOf(it.instanceId)).toEqual([]);
  await deliverWithLostAnswer();
  expect(await jobsThere(it.engineId)).toMatchObject([{ id: job?.id, retries: 2 }]);
  await compare();
  expect(await incidentsOf(it.instanceId)).toEqual([]);
  expect(await server.engine.all('/incident', { processInstanceId: it.engineId })).toEqual([]);
}, 60_000);

test('an external task that has failed on the engine is given new tries as well; one that ended there is no incident here', async () => {
  const it = await started({ amount: 5 });
  await server.engine.post(`/job/${(await jobsThere(it.engineId))[0]?.id}/execute`, {});
  const [task] = await server.engine.all<{ id: string }>('/external-task', {
    processInstanceId: it.engineId,
  });
  const fail = () => server.engine.put(`/external-task/${task?.id}/retries`, { retries: 0 });
  await fail();
  await compare();
  const [incident] = await incidentsOf(it.instanceId);
  expect(incident).toMatchObject({ kind: 'failedExternalTask', element_id: 'send' });
  await resolveIncident(server.context, null, { id: incident?.id ?? '', retries: 1 });
  await deliverWithLostAnswer();
  expect(await server.engine.get(`/external-task/${task?.id}`)).toMatchObject({ retries: 1 });
  // when it fails again and is mended on the engine itself
  await fail();
  await compare();
  expect(await incidentsOf(it.instanceId)).toHaveLength(1);
  await server.engine.put(`/external-task/${task?.id}/retries`, { retries: 3 });
  await compare();
  expect(await incidentsOf(it.instanceId)).toEqual([]);
}, 60_000);

test('an external task is completed, and a timer fired, by the token, once although the answer was lost', async () => {
  const it = await started({ amount: 5 });
  await server.engine.post(`/job/${(await jobsThere(it.engineId))[0]?.id}/execute`, {});
  await projectInstance(server.context, server.link, it.instanceId);
  const tokens = async () => {
    const row = await server.context.sql.one<{ state: string }>(
      'SELECT state FROM process_instance WHERE id = ?',
      [it.instanceId],
    );
    return (JSON.parse(row?.state ?? '{}') as { t: { i: number; e: string }[] }).t;
  };
  const execute = (command: Parameters<typeof executeCommand>[2]) =>
    transaction(server.context.database, () => executeCommand(server.context, it.instanceId, command, null));
  const [send] = await tokens();
  expect(send?.e).toBe('send');
  await execute({ type: 'set-variables', token: send?.i ?? 0, local: true, variables: { note: 'x' } });
  await execute({ type: 'complete-external-task', token: send?.i ?? 0, variables: { sent: true } });
  await deliverWithLostAnswer();
  const [wait] = await tokens();
  expect(wait?.e).toBe('wait');
  const [timer] = (await listJobs(server.context, it.instanceId)).items;
  expect(timer).toMatchObject({ kind: 'timer', elementId: 'wait', retries: 3 });
  // a timer is made due by an administrator, or fired by its token
  await retryJob(server.context, null, { id: timer?.id ?? '', retries: 1 });
  await execute({ type: 'fire-timer', token: wait?.i ?? 0 });
  await deliverWithLostAnswer();
  expect(await server.engine.get(`/history/process-instance/${it.engineId}`)).toMatchObject({
    state: 'COMPLETED',
  });
  expect(
    await server.context.sql.one('SELECT status FROM process_instance WHERE id = ?', [it.instanceId]),
  ).toMatchObject({ status: 'completed' });
  expect((await listJobs(server.context, it.instanceId)).items).toEqual([]);
}, 60_000);

test('a continuation that is not projected, and an escalation at a worker, are refused when they are asked for', async () => {
  const it = await started({ amount: 5 });
  const execute = (command: Parameters<typeof executeCommand>[2]) =>
    transaction(server.context.database, () => executeCommand(server.context, it.instanceId, command, null));
  await expect(execute({ type: 'run-job', token: 1 })).rejects.toMatchObject({ code: 'conflict' });
  await server.engine.post(`/job/${(await jobsThere(it.engineId))[0]?.id}/execute`, {});
  await projectInstance(server.context, server.link, it.instanceId);
  const row = await server.context.sql.one<{ state: string }>(
    'SELECT state FROM process_instance WHERE id = ?',
    [it.instanceId],
  );
  const [send] = (JSON.parse(row?.state ?? '{}') as { t: { i: number }[] }).t;
  await expect(
    execute({ type: 'throw-escalation', token: send?.i ?? 0, code: 'late' }),
  ).rejects.toMatchObject({ code: 'TOKEN_MISMATCH' });
}, 60_000);
