import type { ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { subtree } from '@oneplan/runtime/plan/elements/subtree.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

/** The locks of the layers above on one decision, asked while it is edited. */
export class DecisionLocks {
  readonly #book: LockBook;
  readonly #base: PlanTree;
  readonly #manifest: PlanManifest;
  readonly #key: string;

  /** `above`: the plans above, the uppermost first; at least one. */
  constructor(above: readonly PlanLayer[], manifest: PlanManifest, key: string) {
    this.#book = new LockBook(above);
    this.#base = subtree(this.#book.base, `decision:${key}`);
    this.#manifest = manifest;
    this.#key = key;
  }

  /** What holds for a column or rule, or for the table itself (''); undefined for what is this layer's own. */
  ofElement(id: string): StatedLock | undefined {
    const element = this.#base.get(`decision:${this.#key}${id === '' ? '' : `/${id}`}`);
    return element && this.#book.ofElement(element);
  }

  /** Ids of the columns and rules that may not be changed here. */
  held(): readonly string[] {
    const prefix = `decision:${this.#key}/`;
    return [...this.#base.keys()]
      .filter((id) => id.startsWith(prefix))
      .map((id) => id.slice(prefix.length))
      .filter((id) => this.ofElement(id)?.lock.class !== 'FREE');
  }

  /** What the layers above refuse in the decision as it stands in the editor. */
  refusals(definitions: ModdleElement): readonly LockFinding[] {
    const content = {
      manifest: this.#manifest,
      forms: {},
      processes: {},
      decisions: { [this.#key]: { xml: this.#key } },
    };
    const mine = treeOf(content, new Map([[this.#key, definitions]]));
    return checkLocks(this.#book, mine, diff(this.#base, subtree(mine, `decision:${this.#key}`)));
  }
}
