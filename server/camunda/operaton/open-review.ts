import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import { type DemoPupil, demoPupils } from '../../crash/demo-people.ts';
import { goodDeed } from '../../crash/good-deed.ts';
import type { Client } from '../../testing/test-server.ts';
import type { CamundaServer } from './camunda-server.ts';

/** A record of the demo whose review is open, here and on the engine. */
export interface OpenReview {
  readonly record: RecordSummary;
  readonly task: TaskSummary;
  readonly pupil: Client;
  readonly teacher: Client;
  readonly engineId: string;
}

/** Hands out reviews, each of another pupil of one class. */
export async function reviewsOf(server: CamundaServer): Promise<() => Promise<OpenReview>> {
  const pupils: DemoPupil[] = await demoPupils(server.context, 1, 20);
  return async () => {
    const next = pupils.shift();
    if (!next) throw new Error('the demo has too few pupils');
    const pupil = await server.signIn(next.username);
    const teacher = await server.signIn(next.teacher);
    const { body } = await pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', {
      body: { studentId: next.studentId, formKey: 'b-r01', data: goodDeed },
    });
    await server.deliver();
    const { record } = body;
    const task = await openTask(teacher, record);
    const row = await server.context.sql.one<{ engine_id: string }>(
      'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
      [record.instanceId],
    );
    return { record, task, pupil, teacher, engineId: row?.engine_id ?? '' };
  };
}

/** The open task of a person about a record. */
export async function openTask(client: Client, record: RecordSummary): Promise<TaskSummary> {
  const { body } = await client.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  const task = body.items.find(({ instanceId }) => instanceId === record.instanceId);
  if (!task) throw new Error(`no open task about ${record.instanceId}`);
  return task;
}

/** Open tasks of an instance here, and on the engine, by element. */
export async function openElements(
  server: CamundaServer,
  { record, engineId }: OpenReview,
): Promise<{ here: string[]; there: string[] }> {
  const here = await server.context.sql.all<{ element_id: string }>(
    "SELECT element_id FROM task WHERE instance_id = ? AND status IN ('open', 'waiting', 'held') AND signs_for IS NULL ORDER BY element_id",
    [record.instanceId],
  );
  const there = await server.engine.all<{ taskDefinitionKey: string }>('/task', {
    processInstanceId: engineId,
  });
  return {
    here: here.map(({ element_id }) => element_id),
    there: there.map(({ taskDefinitionKey }) => taskDefinitionKey).sort(),
  };
}
