import type { Effect } from '@oneplan/runtime/engine/effect.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import { keeps } from '../../history/history-level.ts';
import type { Database } from '../database.ts';
import { Recent } from '../recent.ts';
import { places, query } from '../sql-statement.ts';
import { WriteBatch } from '../write-batch.ts';
import { ActivityRows } from './activity-rows.ts';
import { holdersOf } from './candidate-holders.ts';
import { type InstanceScope, plannedIn } from './instance-scope.ts';
import { endTask, insertTask } from './task-rows.ts';
import { UnitKinds } from './unit-kinds.ts';
import { writeVariableChanges } from './variable-rows.ts';
import { WaitRows } from './wait-rows.ts';

/** What is looked up once for all instances of a transaction before their rows are made. */
interface Known {
  readonly kinds: UnitKinds;
  readonly users: ReadonlySet<string>;
  /** Ids of tasks that are not over, those who sign for them among them, by `<instance>/<token>`. */
  readonly tasks: ReadonlyMap<string, readonly string[]>;
}

/** Collects what the commands of one transaction bring about in one instance, and turns it into rows. */
export class InstanceWriter {
  readonly scope: InstanceScope;
  readonly #now: number;
  readonly #waits = new WaitRows();
  readonly #activities: ActivityRows;
  readonly #variables = new WriteBatch();
  readonly #entered: { elementId: string; process: string | undefined }[] = [];
  readonly #signals: Record<string, unknown>[] = [];
  readonly #knownTasks = new Map<number, string>();

  constructor(scope: InstanceScope, now: number) {
    this.scope = scope;
    this.#now = now;
    this.#activities = new ActivityRows(scope, now);
  }

  /** The id of a task that the caller has read: it need not be looked up when it ends. */
  knowTask(token: number, id: string): void {
    this.#knownTasks.set(token, id);
  }

  /** What one command brought about. `revision` is the one that it gives the instance. */
  take(effects: readonly Effect[], state: InstanceState, revision: number): void {
    this.#waits.take(effects);
    this.#activities.take(effects);
    writeVariableChanges(this.#variables, this.scope, { effects, state, revision }, this.#now);
    for (const effect of effects) {
      if (effect.type === 'activity-started')
        this.#entered.push({ elementId: effect.elementId, process: effect.process });
      if (effect.type === 'signal-thrown')
        this.#signals.push({ name: effect.name, variables: effect.variables ?? {} });
    }
  }

  /** Users who must be known: nobody else may be given a task of a plan. */
  get assignees(): string[] {
    return [...this.#waits.tasks.values()].flatMap(({ assignee }) => assignee ?? []);
  }

  /** The path along which candidate groups are resolved; null when there is no need. */
  get path(): string | null {
    const needed = [...this.#waits.tasks.values()].some(
      (task) => task.assignee === undefined && task.candidateGroups.length > 0,
    );
    return needed ? (this.scope.place?.path ?? this.scope.unit?.path ?? null) : null;
  }

  /** Tokens of ended tasks whose ids have to be looked up. */
  get unknownTasks(): number[] {
    return [...this.#waits.endedTasks.keys()].filter((token) => !this.#knownTasks.has(token));
  }

  /** Adds all rows but that of the instance. Throws AppError when a task would be given to nobody; nothing is added then. */
  writeTo(context: Context, batch: WriteBatch, state: InstanceState, known: Known): void {
    const { scope } = this;
    const own = new WriteBatch();
    const { place, unit } = scope;
    const path = place?.path ?? unit?.path ?? '';
    const lowest = place?.classId ?? unit?.id;
    const line = lowest === undefined ? null : { class: { id: lowest }, line: known.kinds.line(path) };
    for (const task of this.#waits.tasks.values())
      insertTask(context, own, scope, task, holdersOf(scope, line, known.users, task));
    for (const [token, reason] of this.#waits.endedTasks) {
      const taken = this.#knownTasks.get(token);
      const ids = taken === undefined ? known.tasks.get(`${scope.instanceId}/${token}`) : [taken];
      for (const id of ids ?? []) endTask(own, id, { reason, at: this.#now, by: scope.actorId });
    }
    this.#waits.writeTo(context, own, scope, state);
    if (keeps(context.historyLevel, 'activity')) this.#activities.writeTo(own);
    if (keeps(context.historyLevel, 'full')) own.add(this.#variables);
    this.#followState(context, own);
    for (const signal of this.#signals)
      own.insert('outbox', {
        id: context.newId(),
        kind: 'signal',
        payload: JSON.stringify({ ...signal, instanceId: scope.instanceId, tenantId: scope.tenantId }),
        created_at: this.#now,
        due_at: this.#now,
      });
    batch.add(own);
  }

  /** The record takes the state that the plan gives to the element which the flow enters last. */
  #followState(context: Context, batch: WriteBatch): void {
    const { record } = this.scope;
    if (!record) return;
    const state = this.#entered
      .flatMap(
        ({ elementId, process }) =>
          plannedIn(this.scope, process)?.states.find(({ element }) => element === elementId)?.state ?? [],
      )
      .at(-1);
    if (state === undefined) return;
    batch.update('submission', record.id, { state, updated_at: context.now() });
  }
}

/** Accounts are disabled, never deleted: who was there once is there. */
const users = new WeakMap<Database, Recent<string>>();

function usersOf(database: Database): Recent<string> {
  const found = users.get(database) ?? new Recent<string>(50_000);
  users.set(database, found);
  return found;
}

/** Looks up, in at most one round trip and mostly none, what the rows of these instances need. */
export async function lookUpFor(context: Context, writers: readonly InstanceWriter[]): Promise<Known> {
  const kinds = new UnitKinds(context.database);
  const recent = usersOf(context.database);
  const wanted = new Set(writers.flatMap((writer) => writer.assignees));
  const strangers = [...wanted].filter((id) => recent.peek(id) === undefined);
  const kindsQuery = kinds.unknownOf(writers.flatMap(({ path }) => path ?? []));
  const ending = writers.filter(({ unknownTasks }) => unknownTasks.length > 0);
  const usersQuery =
    strangers.length > 0
      ? query(`SELECT id FROM app_user WHERE id IN (${places(strangers)})`, strangers)
      : null;
  const tasksQuery =
    ending.length > 0
      ? query(
          `SELECT id, instance_id, token FROM task WHERE status IN ('open', 'waiting', 'held') AND instance_id IN (${places(ending)})`,
          ending.map(({ scope }) => scope.instanceId),
        )
      : null;
  const queries = [kindsQuery, usersQuery, tasksQuery].flatMap((each) => each ?? []);
  const results = await context.sql.batch(queries);
  const rowsOf = (each: unknown) =>
    (each === null ? [] : (results[queries.indexOf(each as never)] ?? [])) as Record<string, unknown>[];
  kinds.learn(rowsOf(kindsQuery));
  for (const { id } of rowsOf(usersQuery)) recent.keep(String(id), String(id));
  return {
    kinds,
    users: new Set([...wanted].filter((id) => recent.peek(id) !== undefined)),
    tasks: byToken(rowsOf(tasksQuery)),
  };
}

function byToken(rows: readonly Record<string, unknown>[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, instance_id, token } of rows) {
    const place = `${instance_id}/${token}`;
    found.set(place, [...(found.get(place) ?? []), String(id)]);
  }
  return found;
}
