import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { type DemoPupil, demoPupils } from '../../crash/demo-people.ts';
import { goodDeed } from '../../crash/good-deed.ts';
import { transaction } from '../../persistence/transaction.ts';
import { reconcile } from '../reconcile.ts';
import { type CamundaServer, openCamundaServer } from './camunda-server.ts';

let server: CamundaServer;
let pupils: DemoPupil[];

interface Started {
  readonly instanceId: string;
  readonly recordId: string;
  readonly taskId: string;
  readonly engineId: string;
  readonly engineTaskId: string;
}

beforeAll(async () => {
  server = await openCamundaServer();
  pupils = await demoPupils(server.context, 1, 20);
}, 120_000);
afterAll(() => server?.close());
beforeEach(() => write('DELETE FROM engine_mismatch'));

const write = (statement: string, values: readonly string[] = []) =>
  transaction(server.context.database, () => server.context.sql.run(statement, values));

/** A record whose review is open here and there. */
async function started(): Promise<Started> {
  const pupil = pupils.shift();
  if (!pupil) throw new Error('the demo has too few pupils');
  const client = await server.signIn(pupil.username);
  const { body } = await client.send<{ record: RecordSummary }>('POST', '/api/submissions', {
    body: { studentId: pupil.studentId, formKey: 'b-r01', data: goodDeed },
  });
  await server.deliver();
  const { instanceId, id: recordId } = body.record;
  const row = await server.context.sql.one<{ task_id: string; engine_id: string; engine_task_id: string }>(
    `SELECT t.id AS task_id, e.engine_id, a.engine_task_id FROM task t JOIN engine_instance e ON e.instance_id = t.instance_id
     JOIN engine_activity a ON a.instance_id = t.instance_id AND a.activity = t.token WHERE t.instance_id = ?`,
    [instanceId],
  );
  if (!row) throw new Error('the review was not projected');
  return {
    instanceId,
    recordId,
    taskId: row.task_id,
    engineId: row.engine_id,
    engineTaskId: row.engine_task_id,
  };
}

/** As if nothing of the engine's answer had ever arrived here. */
async function forgetProjection(it: Started): Promise<void> {
  await write('DELETE FROM task_candidate WHERE task_id = ?', [it.taskId]);
  for (const table of ['task', 'engine_activity', 'activity'])
    await write(`DELETE FROM ${table} WHERE instance_id = ?`, [it.instanceId]);
}

/** One comparison a minute later, and whatever it has put back into the line. */
async function compare() {
  server.context.advance(60_000);
  await reconcile(server.context, server.link);
  await server.deliver();
  return mismatches();
}
const mismatches = () =>
  server.context.sql.all<{ kind: string; object_id: string; resolution: string | null }>(
    'SELECT kind, object_id, resolution FROM engine_mismatch ORDER BY kind',
  );
const tasks = (instanceId: string) =>
  server.context.sql.all<{ status: string }>('SELECT status FROM task WHERE instance_id = ?', [instanceId]);
const repaired = (kind: string, objectId: string) => ({ kind, object_id: objectId, resolution: 'repaired' });

describe('the reconciler', () => {
  test('finds nothing when nothing differs', async () => {
    await started();
    expect(await compare()).toEqual([]);
  });

  test('ends an instance that was deleted on the engine', async () => {
    const it = await started();
    await server.engine.delete(`/process-instance/${it.engineId}`);
    expect(await compare()).toEqual([repaired('instance-ended-there', it.instanceId)]);
    expect(await tasks(it.instanceId)).toEqual([{ status: 'cancelled' }]);
    expect(await compare()).toHaveLength(1);
  });

  test('shows an instance of which the engine has not even history, until it is gone', async () => {
    const it = await started();
    await server.engine.delete(`/process-instance/${it.engineId}`);
    await server.engine.delete(`/history/process-instance/${it.engineId}`);
    const shown = await compare();
    expect(shown).toContainEqual({
      kind: 'instance-unknown-there',
      object_id: it.instanceId,
      resolution: null,
    });
    await write("UPDATE process_instance SET status = 'cancelled' WHERE id = ?", [it.instanceId]);
    await write("UPDATE task SET status = 'cancelled' WHERE instance_id = ?", [it.instanceId]);
    const later = await compare();
    expect(later.map((row) => row.resolution)).toEqual(later.map(() => 'gone'));
  });

  test('ends a task that was completed on the engine behind our back', async () => {
    const it = await started();
    await server.engine.post(`/task/${it.engineTaskId}/complete`, {
      variables: { outcome: { value: 'confirmed', type: 'String' } },
    });
    expect(await compare()).toEqual([repaired('task-ended-there', it.taskId)]);
    expect(await tasks(it.instanceId)).toEqual([{ status: 'completed' }]);
  });

  test('creates a task anew whose row was lost here', async () => {
    const it = await started();
    await write('DELETE FROM task_candidate WHERE task_id = ?', [it.taskId]);
    await write('DELETE FROM task WHERE id = ?', [it.taskId]);
    const found = await compare();
    expect(found.map(({ kind, resolution }) => ({ kind, resolution }))).toEqual([
      { kind: 'task-missing-here', resolution: 'repaired' },
    ]);
    expect(await tasks(it.instanceId)).toEqual([{ status: 'open' }]);
  });

  test('adopts an instance whose start was never confirmed here', async () => {
    const it = await started();
    await write('UPDATE engine_instance SET engine_id = NULL WHERE instance_id = ?', [it.instanceId]);
    expect(await compare()).toEqual([repaired('start-unconfirmed', it.instanceId)]);
    expect(
      await server.context.sql.all('SELECT engine_id FROM engine_instance WHERE instance_id = ?', [
        it.instanceId,
      ]),
    ).toEqual([{ engine_id: it.engineId }]);
  });

  test('starts an instance again that the engine has lost without a trace before it was confirmed', async () => {
    const it = await started();
    await write('UPDATE engine_instance SET engine_id = NULL WHERE instance_id = ?', [it.instanceId]);
    await forgetProjection(it);
    await server.engine.delete(`/process-instance/${it.engineId}`);
    await server.engine.delete(`/history/process-instance/${it.engineId}`);
    const found = await compare();
    expect(found).toContainEqual(repaired('instance-never-started', it.instanceId));
    const [row] = await server.context.sql.all<{ engine_id: string }>(
      'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
      [it.instanceId],
    );
    expect(await server.engine.get(`/process-instance/${row?.engine_id}`)).toMatchObject({
      businessKey: it.recordId,
    });
  });

  test('shows an instance that runs on the engine and is not here', async () => {
    const it = await started();
    await forgetProjection(it);
    for (const table of ['engine_instance', 'engine_command'])
      await write(`DELETE FROM ${table} WHERE instance_id = ?`, [it.instanceId]);
    await write('DELETE FROM process_instance WHERE id = ?', [it.instanceId]);
    expect(await compare()).toEqual([
      { kind: 'instance-unknown-here', object_id: it.engineId, resolution: null },
    ]);
    const admin = await server.signIn('city');
    expect((await admin.get('/api/engine/mismatches')).body).toMatchObject({
      items: [{ kind: 'instance-unknown-here', objectId: it.engineId, resolvedAt: null }],
    });
    await server.engine.delete(`/process-instance/${it.engineId}`);
  });

  test('delivers a completion again that the engine has lost', async () => {
    const it = await started();
    const teacher = await server.signIn(pupils[0]?.teacher ?? '');
    await teacher.send('POST', `/api/tasks/${it.taskId}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
    });
    // given an engine that never got it, although it is written down as delivered
    await write("UPDATE engine_command SET state = 'delivered' WHERE task_id = ?", [it.taskId]);
    expect(await compare()).toEqual([repaired('completion-lost', it.taskId)]);
    expect(await server.engine.get(`/history/task?taskId=${it.engineTaskId}`)).toMatchObject([
      { deleteReason: 'completed' },
    ]);
  });

  test('tells the engine that an instance is suspended here', async () => {
    const it = await started();
    await write('UPDATE process_instance SET suspended = 1 WHERE id = ?', [it.instanceId]);
    expect(await compare()).toEqual([repaired('suspension-differs', it.instanceId)]);
    expect(await server.engine.get(`/process-instance/${it.engineId}`)).toMatchObject({ suspended: true });
  });
});

test('a decision that comes after the engine has cancelled the task is kept and shown', async () => {
  const it = await started();
  await server.engine.delete(`/process-instance/${it.engineId}`);
  const teacher = await server.signIn(pupils[0]?.teacher ?? '');
  const answer = await teacher.send('POST', `/api/tasks/${it.taskId}/complete`, {
    body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
  });
  expect(answer.status).toBe(200);
  await server.deliver();
  const [command] = await server.context.sql.all<{ id: string; state: string }>(
    'SELECT id, state FROM engine_command WHERE task_id = ?',
    [it.taskId],
  );
  expect(command?.state).toBe('refused');
  expect(await mismatches()).toEqual([{ kind: 'command-refused', object_id: command?.id, resolution: null }]);
});
