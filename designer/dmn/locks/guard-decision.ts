import type { ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { DmnViewer } from 'dmn-js-shared/lib/base/EditingManager';
import type { DecisionLocks } from './decision-locks.ts';

/**
 * Takes back what the layers above refuse, at once and as one step, and tells why. What stood against a lock before the
 * table was opened stays, and is left to the check of the layer.
 */
export function guardDecision(
  viewer: DmnViewer,
  locks: DecisionLocks,
  definitions: () => ModdleElement,
  onRefused: (findings: readonly LockFinding[]) => void,
): void {
  const commands = viewer.get('commandStack');
  const known = new Set(locks.refusals(definitions()).map(identity));
  const judge = () => {
    const refused = locks.refusals(definitions()).filter((finding) => !known.has(identity(finding)));
    if (refused.length === 0 || !commands.canUndo()) return;
    commands.undo();
    onRefused(refused);
  };
  viewer.get('eventBus').on('commandStack.changed', ({ trigger }) => {
    // Behind the command: whoever gave it goes on with what it has made, and only then is it taken back.
    if (trigger === 'execute' || trigger === 'redo') queueMicrotask(judge);
  });
}

function identity({ rule, element, property, to }: LockFinding): string {
  return JSON.stringify([rule, element, property, to]);
}
