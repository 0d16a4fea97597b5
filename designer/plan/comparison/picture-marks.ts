import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { DiagramMarks } from '@oneplan/runtime/ui/bpmn/marks.ts';

export type ComponentMark = 'added' | 'removed' | 'changed' | 'moved';

/** What to mark on the picture of each side. */
export interface Sides<T> {
  readonly base: T;
  readonly mine: T;
}

/** Marks of a flow beside its base: what goes is marked there, what comes here, what changes on both. */
export function diagramMarks(process: string, changes: readonly PlanChange[]): Sides<DiagramMarks> {
  const added = new Set<string>();
  const removed = new Set<string>();
  const changed = new Set<string>();
  for (const { change, element } of changes) {
    const [, kind, key, id = ''] = /^(process|step|state):([^/]+)\/([^/]+)$/.exec(element) ?? [];
    if (key !== process) continue;
    if (kind !== 'process') changed.add(id);
    else if (change === 'added') added.add(id);
    else if (change === 'removed') removed.add(id);
    else changed.add(id);
  }
  const both = [...changed].filter((id) => !added.has(id) && !removed.has(id));
  return { base: { removed: [...removed], changed: both }, mine: { fresh: [...added], changed: both } };
}

const weight: readonly ComponentMark[] = ['moved', 'changed', 'removed', 'added'];

/** Marks of a form beside its base, by the keys that lead to a component; an option marks its component. */
export function componentMarks(
  form: string,
  changes: readonly PlanChange[],
): Sides<ReadonlyMap<string, ComponentMark>> {
  const base = new Map<string, ComponentMark>();
  const mine = new Map<string, ComponentMark>();
  const prefix = `form:${form}/`;
  for (const { change, element, kind } of changes) {
    if (!element.startsWith(prefix)) continue;
    const path = element.slice(prefix.length).replace(/[#~].*$/, '');
    const mark = kind === 'option' ? 'changed' : change;
    if (mark !== 'added') strengthen(base, path, mark);
    if (mark !== 'removed') strengthen(mine, path, mark);
  }
  return { base, mine };
}

function strengthen(marks: Map<string, ComponentMark>, path: string, mark: ComponentMark): void {
  const before = marks.get(path);
  if (before === undefined || weight.indexOf(before) < weight.indexOf(mark)) marks.set(path, mark);
}
