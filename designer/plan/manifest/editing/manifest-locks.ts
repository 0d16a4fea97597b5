import type { Json } from '@oneplan/runtime/forms/definition.ts';
import { type ElementKind, type PlanTree, planElementId } from '@oneplan/runtime/plan/elements/element.ts';
import { ElementSet } from '@oneplan/runtime/plan/elements/element-set.ts';
import { addManifest } from '@oneplan/runtime/plan/elements/manifest-elements.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

/** What is needed of a layer above to hold the manifest against it. */
export interface ManifestAbove {
  readonly content: { readonly manifest: PlanManifest };
  readonly authority: string;
  readonly version: number | undefined;
}

/** What the layers above say about the entries of the manifest. Undefined: the layer’s own affair. */
export interface ManifestLocks {
  /** False at the top, where nobody is above. */
  readonly isAbove: boolean;
  ofElement(id: string): StatedLock | undefined;
  /** `path` is a dotted property. */
  ofProperty(id: string, path: string): StatedLock | undefined;
  mayAdd(slot: string, kind: ElementKind): boolean;
  /** What of a manifest the layers above refuse. */
  findings(manifest: PlanManifest): readonly LockFinding[];
}

const topLocks: ManifestLocks = {
  isAbove: false,
  ofElement: () => undefined,
  ofProperty: () => undefined,
  mayAdd: () => true,
  findings: () => [],
};

/** `above`: the uppermost first; none at the top. */
export function manifestLocks(above: readonly ManifestAbove[]): ManifestLocks {
  if (above.length === 0) return topLocks;
  const book = new LockBook(
    above.map(({ content, authority, version }) => ({
      tree: treeOf(content.manifest),
      graphs: new Map(),
      authority,
      version,
    })),
  );
  const elementOf = (id: string) => book.base.get(id);
  return {
    isAbove: true,
    ofElement(id) {
      const element = elementOf(id);
      return element && book.ofElement(element);
    },
    ofProperty(id, path) {
      const element = elementOf(id);
      return element && book.ofProperty(element, path.split('.'));
    },
    mayAdd(slot, kind) {
      const plan = elementOf(planElementId);
      return plan === undefined || book.ofAdditions(plan, slot, kind).lock.class !== 'LOCKED';
    },
    findings: (mine) => checkLocks(book, treeOf(mine)),
  };
}

function treeOf(manifest: PlanManifest): PlanTree {
  const set = new ElementSet();
  addManifest(manifest as Json, set);
  return set.tree;
}
