import type { BundleContent } from '../bundle-content.ts';
import { childLists, type PlanElement, type PlanTree } from '../elements/element.ts';
import { valueAt, withValueAt } from '../elements/json-value.ts';
import type { LayerFindings } from '../locks/check-layer.ts';
import type { LockFinding } from '../locks/lock-finding.ts';
import type { MergeConflict } from '../merge/merge-conflict.ts';
import type { Merged } from '../merge/merge3.ts';
import type { ReadPlan } from '../merge/read-plan.ts';
import { Subtrees } from '../merge/subtrees.ts';
import { writeForm } from '../merge/write-form.ts';
import { writeManifest } from '../merge/write-manifest.ts';

/** Puts back, for each finding, what the layer above has; every such thing is a conflict that keeps the layer's own. */
export function giveUp({ locks, processes }: LayerFindings, plan: ReadPlan, theirs: ReadPlan): Merged {
  const giving = new Giving(plan, theirs);
  for (const finding of locks) {
    const process = flowOf(finding);
    const decision = decisionOf(finding);
    if (decision !== undefined) giving.giveUpDecision(decision);
    else if (process === undefined) giving.giveUp(finding);
    else giving.giveUpProcess(process);
  }
  for (const { process, severity } of processes) if (severity === 'error') giving.giveUpProcess(process);
  return giving.result();
}

/** The process whose file a finding is about. */
function flowOf({ element, kind, path }: LockFinding): string | undefined {
  if (!element.startsWith('process:')) return undefined;
  return kind !== 'process' || path?.[0] === 'bpmn' || path?.[0] === 'source'
    ? element.split('/', 1)[0]
    : undefined;
}

/** The decision whose file a finding is about. */
function decisionOf({ element, kind, path }: LockFinding): string | undefined {
  if (!element.startsWith('decision:')) return undefined;
  return kind !== 'decision' || path?.[0] === 'dmn' || path?.[0] === 'source'
    ? element.split('/', 1)[0]
    : undefined;
}

class Giving {
  readonly #plan: ReadPlan;
  readonly #theirs: ReadPlan;
  readonly #tree: Map<string, PlanElement>;
  readonly #processes: Record<string, { readonly xml: string }>;
  readonly #decisions: Record<string, { readonly xml: string }>;
  readonly #conflicts: MergeConflict[] = [];
  readonly #given = new Set<string>();

  constructor(plan: ReadPlan, theirs: ReadPlan) {
    this.#plan = plan;
    this.#theirs = theirs;
    this.#tree = new Map(plan.tree);
    this.#processes = { ...plan.content.processes };
    this.#decisions = { ...plan.content.decisions };
  }

  giveUp(finding: LockFinding): void {
    const { element: id, path } = finding;
    const above = this.#theirs.tree.get(id);
    const mine = this.#plan.tree.get(id);
    if (above === undefined) {
      if (mine) this.#conflict(mine, undefined, undefined, mine.properties);
      for (const it of new Subtrees(this.#tree).of(id)) this.#tree.delete(it);
      return;
    }
    if (mine === undefined) {
      this.#conflict(above, undefined, above.properties, undefined);
      this.#takeOver(id);
      return;
    }
    if (path === undefined) {
      const at = ({ parent, slot }: PlanElement) => ({ parent, slot });
      this.#conflict(mine, undefined, at(above), at(mine));
      this.#tree.set(id, { ...mine, ...at(above), order: above.order });
      return;
    }
    const steps = finding.rule === 'lock-weakened' ? ['lock'] : path;
    const [theirs, own] = [valueAt(above.properties, steps), valueAt(mine.properties, steps)];
    this.#conflict(mine, steps.join('.'), theirs, own);
    const now = this.#tree.get(id) ?? mine;
    this.#tree.set(id, { ...now, properties: withValueAt(now.properties, steps, theirs) });
  }

  /** The file of a process is taken whole, with what the manifest says about its tasks and variables. */
  giveUpProcess(process: string): void {
    const above = this.#theirs.tree.get(process);
    if (above === undefined || this.#given.has(process)) return;
    this.#given.add(process);
    const key = process.slice('process:'.length);
    const own = this.#processes[key]?.xml;
    const xml = this.#theirs.content.processes[key]?.xml;
    this.#conflict(above, undefined, xml, own);
    for (const [other, text] of Object.entries(this.#processes))
      if (xml !== undefined && text.xml === own) this.#processes[other] = { xml };
    if (xml !== undefined) this.#processes[key] = { xml };
    const isAbout = (id: string) =>
      new RegExp(`^(?:variable|step|state):${key.replaceAll('.', '\\.')}/`).test(id);
    for (const id of [...this.#tree.keys()]) if (isAbout(id)) this.#tree.delete(id);
    for (const [id, element] of this.#theirs.tree) if (isAbout(id)) this.#tree.set(id, element);
  }

  /** The file of a decision is taken whole. */
  giveUpDecision(decision: string): void {
    const above = this.#theirs.tree.get(decision);
    if (above === undefined || this.#given.has(decision)) return;
    this.#given.add(decision);
    const key = decision.slice('decision:'.length);
    const xml = this.#theirs.content.decisions?.[key]?.xml;
    this.#conflict(above, undefined, xml, this.#decisions[key]?.xml);
    if (xml !== undefined) this.#decisions[key] = { xml };
  }

  result(): Merged {
    const lists = childLists(this.#tree);
    const forms: Record<string, BundleContent['forms'][string]> = {};
    for (const element of this.#tree.values())
      if (element.kind === 'form') forms[String(element.properties.key)] = writeForm(element, lists);
    const { $schema } = this.#plan.content.manifest;
    const manifest = { ...($schema !== undefined && { $schema }), ...writeManifest(this.#tree as PlanTree) };
    const processes = Object.fromEntries(
      manifest.processes.map(({ key }) => [
        key,
        this.#processes[key] ?? this.#theirs.content.processes[key] ?? { xml: '' },
      ]),
    );
    const decisions = Object.fromEntries(
      (manifest.decisions ?? []).map(({ key }) => [
        key,
        this.#decisions[key] ?? this.#theirs.content.decisions?.[key] ?? { xml: '' },
      ]),
    );
    const { scenarios } = this.#plan.content;
    return {
      content: {
        manifest,
        forms,
        processes,
        ...(manifest.decisions && { decisions }),
        ...(scenarios && { scenarios }),
      },
      conflicts: this.#conflicts,
    };
  }

  /** Brings an element back, with everything in it. */
  #takeOver(id: string): void {
    for (const it of new Subtrees(this.#theirs.tree).of(id)) {
      const element = this.#theirs.tree.get(it);
      if (element && !this.#tree.has(it)) this.#tree.set(it, element);
    }
  }

  #conflict(
    { id, kind, name }: PlanElement,
    property: string | undefined,
    theirs: unknown,
    mine: unknown,
  ): void {
    const key = property === undefined ? id : `${id}@${property}`;
    this.#conflicts.push({
      id: key,
      element: id,
      kind,
      name,
      reason: 'locked',
      property,
      base: undefined,
      theirs,
      mine,
      chosen: 'theirs',
    });
  }
}
