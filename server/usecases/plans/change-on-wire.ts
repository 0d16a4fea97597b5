import type { planChange } from '@oneplan/runtime/contracts/api/filings.ts';
import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { z } from 'zod';

/** A difference between two plans as it goes to the caller; of what was added or removed, the name is enough. */
export function changeOnWire(change: PlanChange): z.input<typeof planChange> {
  const { element, kind, name } = change;
  const head = { change: change.change, element, kind, name };
  if (change.change === 'changed')
    return { ...head, property: change.property, from: change.from, to: change.to };
  if (change.change === 'moved') return { ...head, from: change.from, to: change.to };
  return head;
}
