import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Effect } from '@oneplan/runtime/engine/effect.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from './context.ts';
import type { Caller } from './identity/caller.ts';
import type { LockedInstance } from './persistence/engine/instance-row.ts';
import type { RecordRef, SubjectPlace, UnitPlace } from './persistence/engine/instance-scope.ts';
import type { PublishedBundle } from './persistence/published-bundle.ts';
import type { WriteBatch } from './persistence/write-batch.ts';

/**
 * The engine as the use cases see it. Two stand behind it: the embedded interpreter, which executes within the
 * caller's transaction, and the one over the REST API of Camunda 7, which writes orders to the outbox there.
 *
 * What a use case may rely on with both:
 * - Nothing is sent or executed outside the transaction of the caller. What the engine writes is added to `batch`, and
 *   is committed with everything else there or not at all. The caller flushes.
 * - Instances of commands are locked by the caller (`lockInstances`), in the order of their ids, before anything else.
 * - Each order has its outcome, in the order given. One that is refused adds nothing to `batch` and stops no other.
 *   The errors are AppError, and EngineError for a command that does not fit the state of the instance.
 * - `process_instance`, `task`, `task_candidate` and `outbox` rows (task-created) follow, so that inbox, records and
 *   access never ask the engine. Embedded: in the same transaction. Camunda: the task that an order completes is ended
 *   at once (optimistically, by `complete-user-task`), the tasks that follow are projected when the order was delivered.
 * - `effects` is what the step brought about; it is empty when the engine answers later.
 */
export interface EnginePort {
  readonly name: 'embedded' | 'camunda';
  start(context: Context, batch: WriteBatch, orders: readonly StartOrder[]): Promise<readonly OrderOutcome[]>;
  execute(
    context: Context,
    batch: WriteBatch,
    orders: readonly CommandOrder[],
  ): Promise<readonly OrderOutcome[]>;
  /**
   * Passes a message or signal on to an engine that finds by itself who waits for it, in the current transaction; what
   * becomes of it is known later. Null: whoever waits is in our tables.
   */
  readonly passOn: ((context: Context, event: PassedEvent, actor: Actor) => Promise<void>) | null;
}

/** A message or signal from outside; variables are those of who gets it. */
export type PassedEvent =
  | {
      readonly on: 'message';
      readonly name: string;
      readonly businessKey?: string;
      /** Only to this instance of ours. */
      readonly instanceId?: string;
      /** Empty: definitions without a tenant; absent: any. */
      readonly tenantId?: string;
      readonly correlationKeys: Variables;
      readonly localCorrelationKeys: Variables;
      readonly variables: Variables;
      readonly localVariables: Variables;
      /** To everybody who waits; otherwise to exactly one. */
      readonly all: boolean;
    }
  | {
      readonly on: 'signal';
      readonly name: string;
      readonly variables: Variables;
      /** Null: for everyone; empty: definitions without a tenant. */
      readonly tenantId: string | null;
    };

/** Who gives the order; null: a job, a worker, the system. */
export type Actor = Pick<Caller, 'userId' | 'name'> | null;

export interface StartOrder {
  readonly bundle: PublishedBundle;
  readonly processKey: string;
  /** Made by the caller: an order that is delivered twice starts one instance. */
  readonly instanceId: string;
  readonly businessKey: string | null;
  /** The pupil that it is about; null: about nobody (candidate groups are then plain names). */
  readonly place: SubjectPlace | null;
  /** The org unit that it is about, in place of a pupil. */
  readonly unit?: UnitPlace;
  readonly record: RecordRef | null;
  readonly variables: Variables;
  readonly actor: Actor;
  /** A start event of the process; its none start event unless given. */
  readonly startEventId?: string;
}

export interface CommandOrder {
  readonly instance: LockedInstance;
  readonly command: Command;
  readonly actor: Actor;
  /** Id of the task that a `complete-user-task` names by its token, when the caller has read it. */
  readonly taskId?: string;
}

export type OrderOutcome =
  | { readonly instanceId: string; readonly effects: readonly Effect[]; readonly error?: undefined }
  | { readonly instanceId: string; readonly error: unknown };
