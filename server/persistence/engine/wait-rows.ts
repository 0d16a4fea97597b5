import type {
  ContinuationCreated,
  Effect,
  ExternalTaskCreated,
  SubscriptionCreated,
  TimerCreated,
  UserTaskCreated,
} from '@oneplan/runtime/engine/effect.ts';
import type { EndReason, InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import type { WriteBatch } from '../write-batch.ts';
import type { InstanceScope } from './instance-scope.ts';

type Table = 'external_task' | 'job' | 'subscription';
type WaitCreated = ExternalTaskCreated | TimerCreated | ContinuationCreated | SubscriptionCreated;

/** Sorts behind every real due date. */
export const never = 9_999_999_999_999;
const initialRetries = 3;

/**
 * Where an instance waits, as rows that people, workers and jobs look up. Effects are taken in their order: a wait that
 * begins and ends within one transaction leaves no row, one that ends and begins anew (a repeating timer) a new one.
 */
export class WaitRows {
  readonly tasks = new Map<number, UserTaskCreated>();
  /** User tasks of earlier transactions that have ended. */
  readonly endedTasks = new Map<number, EndReason>();
  readonly #created: Readonly<Record<Table, Map<number, WaitCreated>>> = {
    external_task: new Map(),
    job: new Map(),
    subscription: new Map(),
  };
  readonly #ended: Readonly<Record<Table, Set<number>>> = {
    external_task: new Set(),
    job: new Set(),
    subscription: new Set(),
  };

  take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'user-task-created':
          this.tasks.set(effect.token, effect);
          break;
        case 'user-task-ended':
          if (!this.tasks.delete(effect.token)) this.endedTasks.set(effect.token, effect.reason);
          break;
        case 'external-task-created':
          this.#created.external_task.set(effect.token, effect);
          break;
        case 'timer-created':
        case 'continuation-created':
          this.#created.job.set(effect.token, effect);
          break;
        case 'subscription-created':
          this.#created.subscription.set(effect.token, effect);
          break;
        case 'external-task-ended':
          this.#end('external_task', effect.token);
          break;
        case 'timer-ended':
        case 'continuation-ended':
          this.#end('job', effect.token);
          break;
        case 'subscription-ended':
          this.#end('subscription', effect.token);
          break;
        default:
      }
    }
  }

  #end(table: Table, token: number): void {
    if (!this.#created[table].delete(token)) this.#ended[table].add(token);
  }

  /** Everything but user tasks. */
  writeTo(context: Context, batch: WriteBatch, scope: InstanceScope, state: InstanceState): void {
    for (const [table, ended] of Object.entries(this.#ended)) {
      if (ended.size === 0) continue;
      batch.delete(table, { instance_id: scope.instanceId, token: [...ended] });
    }
    const failed = [...this.#ended.job, ...this.#ended.external_task];
    // What had failed is over, so its incident is too.
    if (failed.length > 0) batch.delete('incident', { instance_id: scope.instanceId, token: failed });
    for (const waits of Object.values(this.#created))
      for (const wait of waits.values()) insertWait(context, batch, scope, state, wait);
  }
}

function insertWait(
  context: Context,
  batch: WriteBatch,
  scope: InstanceScope,
  state: InstanceState,
  wait: WaitCreated,
): void {
  const now = context.now();
  const common = {
    id: context.newId(),
    instance_id: scope.instanceId,
    token: wait.token,
    element_id: wait.elementId,
    // A call of another deployment is bound to a definition.
    definition_id: state.t.find(({ i }) => i === wait.call)?.c?.v ?? scope.definitionId,
    process_key: wait.process ?? scope.processKey,
    called_by: wait.call ?? null,
    tenant_id: scope.tenantId,
    created_at: now,
  };
  switch (wait.type) {
    case 'external-task-created':
      batch.insert('external_task', {
        ...common,
        business_key: businessKeyAt(scope, state, wait.token),
        topic: wait.topic,
        priority: wait.priority,
        variables: wait.variables ? JSON.stringify(wait.variables) : null,
        suspended: scope.suspended,
      });
      return;
    case 'timer-created':
    case 'continuation-created': {
      const dueAt = wait.type === 'timer-created' ? wait.dueAt : now;
      batch.insert('job', {
        ...common,
        kind: wait.type === 'timer-created' ? 'timer' : 'continuation',
        due_at: scope.suspended ? never : dueAt,
        suspended_left: scope.suspended ? Math.max(0, dueAt - now) : null,
        retries: initialRetries,
        exclusive: wait.type === 'timer-created' || wait.exclusive,
        retry_cycle: wait.retryCycle ?? null,
        beside: besideOf(state, wait.token),
      });
      return;
    }
    case 'subscription-created':
      batch.insert('subscription', {
        ...common,
        kind: wait.on,
        name: wait.name,
        business_key: businessKeyAt(scope, state, wait.token),
        beside: besideOf(state, wait.token),
      });
  }
}

const besideOf = (state: InstanceState, token: number): number | null =>
  state.t.find(({ i }) => i === token)?.h ?? null;

/** The business key of the process that a token is in: that of the innermost call around it, or of the instance. */
export function businessKeyAt(scope: InstanceScope, state: InstanceState, token: number): string | null {
  const tokens = new Map(state.t.map((each) => [each.i, each]));
  const first = tokens.get(token);
  for (let at = first && tokens.get(first.p ?? 0); at; at = tokens.get(at.p ?? 0))
    if (at.c) return at.c.b ?? null;
  return scope.businessKey;
}
