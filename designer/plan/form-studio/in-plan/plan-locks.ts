import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { LayerAbove } from '../../layers/use-layers-above.ts';

/** What the layers above say about what the plan makes of a form: permissions, notices, archive. */
export interface PlanLocks {
  readonly ofElement: (element: string) => StatedLock | undefined;
  /** The first thing that another manifest breaks and the one before did not. */
  readonly newlyRefused: (plan: PlanUnderCheck, next: PlanManifest) => LockFinding | undefined;
}

/** Undefined at the top, where nobody is above. */
export function planLocks(above: readonly LayerAbove[]): PlanLocks | undefined {
  const nearest = above.at(-1);
  if (!nearest) return undefined;
  const book = new LockBook(above);
  const base = withoutFlows(nearest.tree);
  const findings = ({ forms }: PlanUnderCheck, manifest: PlanManifest) => {
    const definitions = Object.fromEntries([...forms].map(([key, { definition }]) => [key, definition]));
    const mine = withoutFlows(treeOf({ manifest, forms: definitions, processes: {} }, new Map()));
    return checkLocks(book, mine, diff(base, mine));
  };
  return {
    ofElement: (id) => {
      const element = base.get(id);
      return element && book.ofElement(element);
    },
    newlyRefused: (plan, next) => {
      const name = ({ rule, element, property }: LockFinding) => `${rule} ${element} ${property ?? ''}`;
      const known = new Set(findings(plan, plan.manifest).map(name));
      return findings(plan, next).find((finding) => !known.has(name(finding)));
    },
  };
}

const drawn: ReadonlySet<string> = new Set(['flow-node', 'sequence-flow', 'event-name', 'artifact']);

/** Diagrams are no part of what is set here, and are not read for it. */
function withoutFlows(tree: PlanTree): PlanTree {
  return new Map([...tree].filter(([, { kind }]) => !drawn.has(kind) && !kind.includes('decision')));
}
