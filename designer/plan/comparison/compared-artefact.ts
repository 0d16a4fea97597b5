import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';

/** What has a page of its own in a comparison: a form, a flow, a decision, or everything else of the plan. */
export interface ComparedArtefact {
  readonly kind: 'form' | 'process' | 'decision' | 'settings';
  /** `plan` for the settings */
  readonly key: string;
}

export const comparedSettings: ComparedArtefact = { kind: 'settings', key: 'plan' };

/** What an address names; undefined: the summary. */
export function openArtefact(
  kind: string | undefined,
  key: string | undefined,
): ComparedArtefact | undefined {
  const known = order.find((it) => it === kind);
  return known && { kind: known, key: key ?? comparedSettings.key };
}

/** Where a change of an element is shown; a lock stands with what it locks. */
export function artefactOfElement(element: string): ComparedArtefact {
  const id = element.startsWith('lock:') ? element.slice('lock:'.length) : element;
  const [, form] = /^form:([^/#]+)/.exec(id) ?? [];
  if (form !== undefined) return { kind: 'form', key: form };
  const [, decision] = /^decision:([^/]+)/.exec(id) ?? [];
  if (decision !== undefined) return { kind: 'decision', key: decision };
  const [, process] = /^(?:process|variable|step|state):([^/]+)/.exec(id) ?? [];
  return process === undefined ? comparedSettings : { kind: 'process', key: process };
}

export interface ArtefactChanges extends ComparedArtefact {
  readonly changes: readonly PlanChange[];
}

const order: readonly ComparedArtefact['kind'][] = ['form', 'process', 'decision', 'settings'];

/** Changes under what they are shown with: forms, flows, decisions, then the rest; each in the order of the comparison. */
export function changesByArtefact(changes: readonly PlanChange[]): readonly ArtefactChanges[] {
  const groups = new Map<string, { artefact: ComparedArtefact; changes: PlanChange[] }>();
  for (const change of changes) {
    const artefact = artefactOfElement(change.element);
    const id = `${artefact.kind}/${artefact.key}`;
    const group = groups.get(id);
    if (group) group.changes.push(change);
    else groups.set(id, { artefact, changes: [change] });
  }
  return [...groups.values()]
    .map((group) => ({ ...group.artefact, changes: group.changes }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** How many elements were added, removed, moved or changed; an element counts once, with all that stands in it. */
export function countChanges(changes: readonly PlanChange[]): Readonly<Record<PlanChange['change'], number>> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  const seen = new Set<string>();
  for (const change of withoutInner(changes)) {
    if (seen.has(change.element)) continue;
    seen.add(change.element);
    counts[change.change] += 1;
  }
  return counts;
}

/** Without what came or went with the element around it. */
export function withoutInner(changes: readonly PlanChange[]): readonly PlanChange[] {
  const whole = new Set(
    changes.filter(({ change }) => change === 'added' || change === 'removed').map(({ element }) => element),
  );
  return changes.filter((change) => {
    if (change.change === 'added') return !whole.has(change.to.parent ?? '');
    return change.change !== 'removed' || !whole.has(change.from.parent ?? '');
  });
}
