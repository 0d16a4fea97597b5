import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import { engineTime, instantOf } from '@oneplan/runtime/camunda/instant.ts';
import type { Context } from '../context.ts';
import { inParallel } from '../jobs/in-parallel.ts';
import { places } from '../persistence/sql-statement.ts';
import type { EngineLink } from './engine-link.ts';
import { projectInstance } from './project-instance.ts';
import { readPosition, writePosition } from './watch.ts';

interface Happened {
  readonly id: string;
  readonly processInstanceId: string;
  readonly rootProcessInstanceId: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
}

/** Transactions on the engine become visible later than the times they write. The reconciler finds what took longer. */
const overlap = 5_000;
const remembered = 20_000;

/**
 * Finds what happened on the engine since the last look (timers, external tasks, other clients), from its activity
 * history, and projects the instances of ours that it happened to.
 */
export class HistoryPoll {
  readonly #context: Context;
  readonly #link: EngineLink;
  /** Rows of the overlap that were projected already. */
  readonly #seen = new Set<string>();

  constructor(context: Context, link: EngineLink) {
    this.#context = context;
    this.#link = link;
  }

  /** False: the engine did not answer; the next look begins where this one did. */
  async look(): Promise<boolean> {
    try {
      const since = await readPosition(this.#context, 'history');
      const happened = since === null ? await this.#newest() : await this.#since(Number(since) - overlap);
      const fresh = happened.filter((row) => !this.#seen.has(keyOf(row)));
      if (!(await this.#project(fresh))) return false;
      for (const row of fresh) this.#remember(keyOf(row));
      const times = happened.flatMap(({ startTime, endTime }) => [startTime, endTime ?? startTime]);
      const latest = Math.max(Number(since ?? 0), ...times.map(instantOf));
      if (String(latest) !== since && latest > 0)
        await writePosition(this.#context, 'history', String(latest));
      return true;
    } catch (error) {
      if (error instanceof CamundaError) return false;
      throw error;
    }
  }

  /** The first look begins at the engine's newest activity; what was before is the reconciler's. */
  #newest(): Promise<Happened[]> {
    return this.#link.client.post('/history/activity-instance', newestFirst, { maxResults: 1 });
  }

  async #since(instant: number): Promise<Happened[]> {
    const { client } = this.#link;
    const time = engineTime(instant);
    const path = '/history/activity-instance';
    const started = await client.allByPost<Happened>(path, { startedAfter: time, sorting: byStart });
    const finished = await client.allByPost<Happened>(path, { finishedAfter: time, sorting: byEnd });
    return [...started, ...finished];
  }

  async #project(happened: readonly Happened[]): Promise<boolean> {
    const engineIds = [...new Set(happened.map((row) => row.rootProcessInstanceId ?? row.processInstanceId))];
    if (engineIds.length === 0) return true;
    const ours: { instance_id: string }[] = [];
    for (let start = 0; start < engineIds.length; start += 500) {
      const some = engineIds.slice(start, start + 500);
      ours.push(
        ...(await this.#context.sql.all<{ instance_id: string }>(
          `SELECT instance_id FROM engine_instance WHERE engine_id IN (${places(some)})`,
          some,
        )),
      );
    }
    let answered = true;
    await inParallel(this.#context, ours, async ({ instance_id }) => {
      if (answered) answered = await projectInstance(this.#context, this.#link, instance_id);
    });
    return answered;
  }

  #remember(key: string): void {
    this.#seen.add(key);
    const oldest = this.#seen.values().next();
    if (this.#seen.size > remembered && !oldest.done) this.#seen.delete(oldest.value);
  }
}

const byStart = [{ sortBy: 'startTime', sortOrder: 'asc' }];
const byEnd = [{ sortBy: 'endTime', sortOrder: 'asc' }];
const newestFirst = { sorting: [{ sortBy: 'startTime', sortOrder: 'desc' }] };
const keyOf = ({ id, endTime }: Happened) => `${id} ${endTime ?? ''}`;
