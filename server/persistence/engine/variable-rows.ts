import type { Effect } from '@oneplan/runtime/engine/effect.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { WriteBatch } from '../write-batch.ts';
import type { InstanceScope } from './instance-scope.ts';

/**
 * History level full: the values that one command left behind in each scope it changed. A value that was replaced within
 * the same command, or whose scope has ended with it, was never visible to anybody and is not written.
 */
export function writeVariableChanges(
  batch: WriteBatch,
  scope: InstanceScope,
  step: { readonly effects: readonly Effect[]; readonly state: InstanceState; readonly revision: number },
  now: number,
): void {
  const names = new Map<number, Set<string>>();
  for (const effect of step.effects) {
    if (effect.type !== 'variables-changed') continue;
    const activity = effect.activity ?? 0;
    const known = names.get(activity) ?? new Set();
    for (const name of effect.names) known.add(name);
    names.set(activity, known);
  }
  for (const [activity, changed] of names) {
    const values = activity === 0 ? step.state.v : step.state.t.find(({ i }) => i === activity)?.l;
    if (!values) continue;
    batch.insert('variable_change', {
      instance_id: scope.instanceId,
      revision: step.revision,
      activity,
      changes: JSON.stringify(
        Object.fromEntries(
          [...changed].map((name) => [name, Object.hasOwn(values, name) ? values[name] : null]),
        ),
      ),
      actor_id: scope.actorId,
      changed_at: now,
    });
  }
}
