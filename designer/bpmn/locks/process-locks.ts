import { deployable } from '@oneplan/runtime/model/deployable.ts';
import type { ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { planTree, treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { subtree } from '@oneplan/runtime/plan/elements/subtree.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { type ProcessFinding, processFindings } from '@oneplan/runtime/plan/locks/process-findings.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { FlowEntry } from '../flow/flow-entry.ts';
import { withEntry } from '../flow/manifest-entry.ts';

export interface ProcessLocksOptions {
  /** The plans above, the uppermost first; at the top, the plan itself: what it lays down for those below. */
  readonly layers: readonly [PlanLayer, ...PlanLayer[]];
  /** Whether the layers are above. At the top nobody is held to the plan's own locks. */
  readonly enforced: boolean;
  readonly manifest: PlanManifest;
  /** key of the process: its id in the BPMN */
  readonly process: string;
}

/** The locks of one process, asked element by element while it is edited. */
export class ProcessLocks {
  readonly enforced: boolean;
  readonly #options: ProcessLocksOptions;
  readonly #book: LockBook;
  readonly #base: PlanLayer;
  /** The process, its flow elements, and what the manifest says of its steps. */
  readonly #baseProcess: PlanTree;

  constructor(options: ProcessLocksOptions) {
    const { layers, enforced } = options;
    this.enforced = enforced;
    this.#options = options;
    this.#book = new LockBook(layers);
    this.#base = layers.at(-1) ?? layers[0];
    this.#baseProcess = this.#ownPart(this.#base.tree);
  }

  /** The lock that is stated for an element, or for a property of it; undefined where nobody stated one. */
  stated(elementId: string): StatedLock | undefined {
    const element = this.#elementAbove(elementId);
    if (element === undefined) return undefined;
    if (this.#book.isStatedOn(element)) return this.#book.ofElement(element);
    const id = element.id;
    return this.#book.statedIn(id).find((it) => it.element === id)?.stated;
  }

  /** What holds for a property of an element, by its name on the element tree; undefined for what is this layer's own. */
  statedFor(elementId: string, property: string): StatedLock | undefined {
    const element = this.#elementAbove(elementId);
    return element && this.#book.ofProperty(element, property.split('.'));
  }

  /** The same for what the manifest says of a step: `record.editable`, `form.key`. */
  statedForStep(elementId: string, property: string): StatedLock | undefined {
    const element = this.#base.tree.get(`step:${this.#options.process}/${elementId}`);
    return element && this.#book.ofProperty(element, property.split('.'));
  }

  /** What holds for an element as a whole; undefined for what is this layer's own. */
  ofElement(elementId: string): StatedLock | undefined {
    const element = this.enforced ? this.#elementAbove(elementId) : undefined;
    return element && this.#book.ofElement(element);
  }

  /** Whether a property, by its name on the element tree, may be given another value. */
  mayChange(elementId: string, property: string): boolean {
    const element = this.enforced ? this.#elementAbove(elementId) : undefined;
    if (element === undefined) return true;
    const { lock } = this.#book.ofProperty(element, property.split('.'));
    return lock.class === 'FREE' || lock.class === 'TIGHTEN';
  }

  /** Ids of the flow elements for which a lock is stated, in the order of the diagram above. */
  marked(): readonly string[] {
    const prefix = `process:${this.#options.process}/`;
    return [...this.#baseProcess.keys()]
      .filter((id) => id.startsWith(prefix))
      .map((id) => id.slice(prefix.length))
      .filter((id) => {
        const stated = this.stated(id);
        return stated !== undefined && stated.lock.class !== 'FREE';
      });
  }

  /**
   * What the layers above refuse in the process as it stands in the editor, element by element. Where sequence flows
   * lead is not judged here but on the whole course (`course`): a step is put between by several edits.
   */
  refusals(definitions: ModdleElement, entry?: FlowEntry): readonly LockFinding[] {
    if (!this.enforced) return [];
    const { process } = this.#options;
    const manifest = entry ? withEntry(this.#options.manifest, process, entry) : this.#options.manifest;
    const content = { manifest, forms: {}, processes: { [process]: { xml: process } } };
    const mine = treeOf(content, new Map([[process, definitions]]));
    const changes = diff(this.#baseProcess, this.#ownPart(mine));
    return checkLocks(this.#book, mine, changes).filter(({ kind }) => kind !== 'sequence-flow');
  }

  /** What the course of the process does to the milestones above; empty while the process cannot be executed. */
  async course(xml: string): Promise<readonly ProcessFinding[]> {
    if (!this.enforced) return [];
    const { manifest, process } = this.#options;
    const { graphs } = await deployable(xml);
    if (graphs.length === 0) return [];
    const tree = await planTree({ manifest, forms: {}, processes: { [process]: { xml } } });
    const all = new Map([...this.#base.graphs, ...graphs.map((graph) => [graph.id, graph] as const)]);
    const id = `process:${process}`;
    return processFindings(this.#book, this.#base, { tree, graphs: all }, new Set([id])).filter(
      (finding) => finding.process === id,
    );
  }

  /** The process, its flow elements, and what the manifest says of its steps and variables. */
  #ownPart(tree: PlanTree): PlanTree {
    const { process } = this.#options;
    return new Map(
      [`process:${process}`, `step:${process}`, `variable:${process}`].flatMap((id) => [
        ...subtree(tree, id),
      ]),
    );
  }

  #elementAbove(elementId: string): PlanElement | undefined {
    const { process } = this.#options;
    return this.#baseProcess.get(
      elementId === process ? `process:${process}` : `process:${process}/${elementId}`,
    );
  }
}
