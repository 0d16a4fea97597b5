import { isPlainObject, type Json } from '../../forms/definition.ts';
import type { PlanElement } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import type { LockCheck } from './lock-check.ts';
import type { LockFinding } from './lock-finding.ts';

/** What makes a component, and everything in it, disappear. */
const hiding = ['hidden', 'conditional', 'logic', 'customConditional'] as const;

/**
 * A component that is not free may not be put where it can be hidden: into a panel of the layer's own that shows
 * only sometimes, or one from above that the layer may change and has made so.
 */
export function hiddenComponents({ book, mine }: LockCheck, forms: ReadonlySet<string>): LockFinding[] {
  const findings: LockFinding[] = [];
  const hides = new Map<string, boolean>();
  for (const element of book.base.values()) {
    if (element.kind !== 'component' || !forms.has(formOf(element.id))) continue;
    const now = mine.get(element.id);
    if (now === undefined) continue;
    const around = hiddenBy(now, mine.get.bind(mine), book.base.get.bind(book.base), hides);
    if (around === undefined) continue;
    const by = book.ofElement(element);
    if (by.lock.class === 'FREE') continue;
    const { id, kind, name } = element;
    const values = {
      property: undefined,
      path: undefined,
      from: undefined,
      to: around.name,
      inWorkingDays: false,
    };
    findings.push({ rule: 'lock-hidden', severity: 'error', element: id, kind, name, ...values, by });
  }
  return findings;
}

export function formOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}

type Find = (id: string) => PlanElement | undefined;

function hiddenBy(
  element: PlanElement,
  inMine: Find,
  inBase: Find,
  known: Map<string, boolean>,
): PlanElement | undefined {
  for (let at = inMine(element.parent ?? ''); at?.kind === 'component'; at = inMine(at.parent ?? '')) {
    const hides = known.get(at.id) ?? newlyHides(at.properties, inBase(at.id)?.properties);
    known.set(at.id, hides);
    if (hides) return at;
  }
  return undefined;
}

function newlyHides(now: Json, before: Json | undefined): boolean {
  return hiding.some((name) => isSet(now[name]) && !sameJson(now[name], before?.[name]));
}

/** Form.io writes `conditional` with empty values where nothing is asked. */
function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isPlainObject(value)) return Object.values(value).some(isSet);
  return value !== undefined && value !== null && value !== '' && value !== false;
}
