import type { Context } from '../context.ts';
import type { SqlValue } from '../persistence/sql.ts';
import { places, query, type SqlStatement } from '../persistence/sql-statement.ts';

export const jobKinds = ['timer', 'continuation', 'start-timer'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Work of the engine that is due at a time, claimed by one executor. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** '' for the timer of a start event. */
  readonly instanceId: string;
  readonly definitionId: string;
  readonly processKey: string;
  readonly tenantId: string;
  readonly token: number;
  /** Token of the call activity whose process it belongs to; null: the instance's own. */
  readonly calledBy: number | null;
  readonly elementId: string;
  readonly dueAt: number;
  readonly exclusive: boolean;
  /** Tries that are left. */
  readonly retries: number;
  /** camunda:failedJobRetryTimeCycle of the element. */
  readonly retryCycle: string | null;
  /** Start timer: firings after this one; -1 without end. */
  readonly repeatsLeft: number | null;
  /** Null: it never failed. */
  readonly errorMessage: string | null;
  /** Executor that has claimed it. */
  readonly lockOwner: string;
}

export function toJob(row: Readonly<Record<string, SqlValue>>, lockOwner: string): Job {
  return {
    id: String(row.id),
    kind: String(row.kind) as JobKind,
    instanceId: String(row.instance_id),
    definitionId: String(row.definition_id),
    processKey: String(row.process_key),
    tenantId: String(row.tenant_id),
    token: Number(row.token),
    calledBy: row.called_by == null ? null : Number(row.called_by),
    elementId: String(row.element_id),
    dueAt: Number(row.due_at),
    exclusive: Boolean(row.exclusive),
    retries: Number(row.retries),
    retryCycle: textOrNull(row.retry_cycle),
    repeatsLeft: row.repeats_left == null ? null : Number(row.repeats_left),
    errorMessage: textOrNull(row.error_message),
    lockOwner,
  };
}

const textOrNull = (value: SqlValue | undefined) => (value == null ? null : String(value));

/** Which of these jobs their executor still holds: another has not taken them over and done them. */
export const heldJobsQuery = (jobs: readonly Job[]): SqlStatement =>
  query(`SELECT id FROM job WHERE id IN (${places(jobs)}) AND lock_owner = ?`, [
    ...jobs.map(({ id }) => id),
    jobs[0]?.lockOwner ?? '',
  ]);

/**
 * Removes a job that is executed in the current transaction. False: another executor has taken it over and done it,
 * or what it was for is gone; then there is nothing to do.
 */
export async function takeJob(context: Context, job: Job): Promise<boolean> {
  const taken = await context.sql.run('DELETE FROM job WHERE id = ? AND lock_owner = ?', [
    job.id,
    job.lockOwner,
  ]);
  return taken === 1;
}
