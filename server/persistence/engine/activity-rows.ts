import type { ActivityEnded, ActivityStarted, Effect } from '@oneplan/runtime/engine/effect.ts';
import type { SqlRow } from '../sql-statement.ts';
import type { WriteBatch } from '../write-batch.ts';
import { graphIn, type InstanceScope } from './instance-scope.ts';

/** History of an instance: activities that start and end within one transaction are written once, already ended. */
export class ActivityRows {
  readonly #scope: InstanceScope;
  readonly #now: number;
  readonly #started = new Map<number, Record<string, SqlRow[string]>>();
  /** Activities of earlier transactions that have ended, by whether they were cancelled. */
  readonly #ended = new Map<boolean, number[]>();
  /** Sequence flows that were taken and have not arrived yet. */
  #flows: string[] = [];

  constructor(scope: InstanceScope, now: number) {
    this.#scope = scope;
    this.#now = now;
  }

  take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'sequence-flow-taken') this.#flows.push(effect.id);
      else if (effect.type === 'activity-started') this.#start(effect);
      else if (effect.type === 'activity-ended') this.#end(effect);
    }
    this.#flows = [];
  }

  #start(effect: ActivityStarted): void {
    this.#started.set(effect.activity, {
      instance_id: this.#scope.instanceId,
      activity: effect.activity,
      parent: effect.parent ?? null,
      element_id: effect.elementId,
      element_type: effect.elementType,
      name: effect.name ?? null,
      via: this.#arrival(effect),
      actor_id: this.#scope.actorId,
      started_at: this.#now,
      ended_at: null,
      canceled: false,
      process_key: effect.process ?? null,
      called_by: effect.call ?? null,
      called_process_key: effect.calls?.process ?? null,
      called_business_key: effect.calls?.businessKey ?? null,
      called_definition_id: effect.calls?.version ?? null,
    });
  }

  /** The oldest flow on its way to the element; ids may repeat between the graphs of caller and called. */
  #arrival({ elementId, process }: ActivityStarted): string | null {
    const flows = graphIn(this.#scope, process)?.flows ?? {};
    const index = this.#flows.findIndex((id) => Object.hasOwn(flows, id) && flows[id]?.target === elementId);
    return index < 0 ? null : (this.#flows.splice(index, 1)[0] ?? null);
  }

  #end({ activity, canceled }: ActivityEnded): void {
    const row = this.#started.get(activity);
    if (row) Object.assign(row, { ended_at: this.#now, canceled });
    else this.#ended.set(canceled, [...(this.#ended.get(canceled) ?? []), activity]);
  }

  writeTo(batch: WriteBatch): void {
    batch.insert('activity', ...this.#started.values());
    for (const [canceled, activities] of this.#ended) {
      const { instanceId, actorId } = this.#scope;
      batch.updateParts(
        'activity',
        { column: 'instance_id', value: instanceId, part: { column: 'activity', values: activities } },
        { ended_at: this.#now, canceled, ...(actorId !== null && { actor_id: actorId }) },
      );
    }
  }
}
