import type { EngineJob } from '@oneplan/runtime/camunda/read-work.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../context.ts';

const longestMessage = 500;

interface Row {
  id: string;
  engine_work_id: string;
}

/** True: an instance of the process may wait for a job of the engine. */
export function mayHaveJobs(graph: ProcessGraph): boolean {
  return Object.values(graph.nodes).some(
    (node) =>
      node.asyncBefore === true ||
      node.asyncAfter === true ||
      ('trigger' in node && node.trigger?.on === 'timer'),
  );
}

/** Makes the jobs of an instance here those that the engine has. In the current transaction, the instance locked. */
export async function writeJobs(
  context: Context,
  instanceId: string,
  jobs: readonly EngineJob[],
): Promise<void> {
  const rows = await context.sql.all<Row>(
    "SELECT id, engine_work_id FROM engine_work WHERE instance_id = ? AND work = 'job'",
    [instanceId],
  );
  const there = new Set(jobs.map(({ id }) => id));
  for (const { id, engine_work_id } of rows)
    if (!there.has(engine_work_id)) await context.sql.run('DELETE FROM engine_work WHERE id = ?', [id]);
  for (const job of jobs)
    await keepWork(context, {
      instanceId,
      work: 'job',
      engineWorkId: job.id,
      elementId: job.elementId,
      kind: job.kind,
      dueAt: job.dueAt,
      retries: job.retries,
      message: job.message,
    });
}

interface Work {
  readonly instanceId: string;
  readonly work: 'job' | 'external-task';
  readonly engineWorkId: string;
  readonly elementId: string;
  readonly kind: string;
  readonly dueAt: number | null;
  readonly retries: number;
  readonly message: string | null;
}

/** Writes one piece of work down, or what is new of it; answers its id here. In the current transaction. */
export async function keepWork(context: Context, work: Work): Promise<string> {
  const message = work.message?.slice(0, longestMessage) ?? null;
  const known = await context.sql.one<{ id: string }>('SELECT id FROM engine_work WHERE engine_work_id = ?', [
    work.engineWorkId,
  ]);
  if (known) {
    await context.sql.run(
      'UPDATE engine_work SET due_at = ?, retries = ?, message = ?, seen_at = ? WHERE id = ?',
      [work.dueAt, work.retries, message, context.now(), known.id],
    );
    return known.id;
  }
  const id = context.newId();
  await context.sql.insert('engine_work', [
    {
      id,
      instance_id: work.instanceId,
      work: work.work,
      engine_work_id: work.engineWorkId,
      element_id: work.elementId,
      kind: work.kind,
      due_at: work.dueAt,
      retries: work.retries,
      message,
      seen_at: context.now(),
    },
  ]);
  return id;
}
