import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';

export type TableMark = PlanChange['change'];

/** What differs in a decision table, by local id (`rule-1`, `input-2`) and by cell (`rule-1@input-2`). */
export interface TableMarks {
  readonly base: ReadonlyMap<string, TableMark>;
  readonly mine: ReadonlyMap<string, TableMark>;
}

/** Marks of a table beside its base: what goes is marked there, what comes here, what changes on both. */
export function tableMarks(decision: string, changes: readonly PlanChange[]): TableMarks {
  const base = new Map<string, TableMark>();
  const mine = new Map<string, TableMark>();
  const prefix = `decision:${decision}/`;
  for (const change of changes) {
    if (!change.element.startsWith(prefix)) continue;
    const id = change.element.slice(prefix.length);
    const [, column] =
      change.change === 'changed' ? (/^(?:tests|results)\.(.+)$/.exec(change.property) ?? []) : [];
    const place = column === undefined ? id : `${id}@${column}`;
    if (change.change !== 'added') base.set(place, change.change);
    if (change.change !== 'removed') mine.set(place, change.change);
  }
  return { base, mine };
}
