import { isPlainObject, type Json } from '../../forms/definition.ts';
import { deployable } from '../../model/deployable.ts';
import { idOf, type ModdleElement } from '../../model/moddle-element.ts';
import type { PlanElement, PlanTree } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import { FlowFile, redirect, setMembers } from './flow-file.ts';

/** A file of flows on both sides, and the elements of its processes as they were merged. */
export interface FlowMerge {
  readonly theirs: string;
  readonly mine: string;
  /** ids of the processes in the file, as elements have them: `process:b-f2` */
  readonly processes: readonly string[];
  readonly merged: PlanTree;
  readonly theirTree: PlanTree;
  readonly myTree: PlanTree;
}

/**
 * Puts a file together from the elements of both sides, with their shapes. Undefined where that gives no process
 * that can be executed, or where one property holds changes of both: then one file is to be taken whole.
 */
export async function mergeFlow(merge: FlowMerge): Promise<string | undefined> {
  const isUnread = (tree: PlanTree) =>
    merge.processes.some((id) => tree.get(id)?.properties.source !== undefined);
  if (isUnread(merge.theirTree) || isUnread(merge.myTree)) return undefined;
  const xml = await new FlowAssembly(
    merge,
    await FlowFile.read(merge.theirs),
    await FlowFile.read(merge.mine),
  ).run();
  if (xml === undefined || (await deployable(xml)).findings.length > 0) return undefined;
  return xml;
}

class FlowAssembly {
  readonly #merge: FlowMerge;
  readonly #theirs: FlowFile;
  readonly #mine: FlowFile;
  readonly #kept = new Map<string, ModdleElement>();
  readonly #fromTheirs = new Set<string>();

  constructor(merge: FlowMerge, theirs: FlowFile, mine: FlowFile) {
    this.#merge = merge;
    this.#theirs = theirs;
    this.#mine = mine;
  }

  async run(): Promise<string | undefined> {
    const members = new Map<string, PlanElement[]>();
    for (const element of this.#merge.merged.values()) {
      const process = this.#merge.processes.find(
        (it) => element.id === it || element.id.startsWith(`${it}/`),
      );
      if (process === undefined) continue;
      const local = element.id.slice(element.id === process ? 'process:'.length : process.length + 1);
      if (!this.#choose(local, element)) return undefined;
      const inside = members.get(element.parent ?? '') ?? [];
      members.set(element.parent ?? '', inside);
      inside.push(element);
    }
    this.#assemble(members);
    this.#draw();
    return this.#mine.write();
  }

  /** Takes the element of the side that it was merged from; false: it holds something of both that no side has. */
  #choose(local: string, merged: PlanElement): boolean {
    const mine = this.#mine.elements.get(local);
    const theirs = this.#theirs.elements.get(local);
    const [own, above] = [
      mergedProperties(this.#merge.myTree, merged),
      mergedProperties(this.#merge.theirTree, merged),
    ];
    const now = flowProperties(merged);
    const element = mine ?? theirs;
    if (element === undefined) return !isFlowElement(merged);
    this.#kept.set(local, element);
    if (mine === undefined || theirs === undefined || own === undefined || sameJson(own, now)) {
      if (mine === undefined) this.#fromTheirs.add(local);
      return true;
    }
    if (above === undefined) return false;
    if (mine.$type !== theirs.$type) {
      if (!sameJson(above, now)) return false;
      this.#kept.set(local, theirs);
      this.#fromTheirs.add(local);
      return true;
    }
    return this.#transplant(mine, theirs, { own, above, now });
  }

  /** Sets in `mine` what was merged from `theirs`, one BPMN property at a time. */
  #transplant(
    mine: ModdleElement,
    theirs: ModdleElement,
    { own, above, now }: { readonly own: Json; readonly above: Json; readonly now: Json },
  ): boolean {
    for (const name of new Set([own, above, now].flatMap((it) => Object.keys(it).map(bpmnProperty)))) {
      const [mineIs, theirsIs, nowIs] = [own, above, now].map((it) => groupOf(it, name));
      if (sameJson(mineIs, nowIs)) continue;
      if (!sameJson(theirsIs, nowIs)) return false;
      const value = Object.hasOwn(theirs, name) ? theirs.get(name) : undefined;
      mine.set(name, value);
      for (const inner of Array.isArray(value) ? value : [value])
        if (typeof inner === 'object' && inner !== null && '$type' in inner)
          (inner as ModdleElement).$parent = mine;
      if (name === 'sourceRef' || name === 'targetRef') this.#fromTheirs.add(idOf(mine));
    }
    return true;
  }

  #assemble(members: ReadonlyMap<string, readonly PlanElement[]>): void {
    const elementOf = ({ id }: PlanElement) => this.#kept.get(id.slice(id.indexOf('/') + 1));
    for (const [parent, inside] of members) {
      const local = parent.includes('/')
        ? parent.slice(parent.indexOf('/') + 1)
        : parent.slice('process:'.length);
      const container = this.#kept.get(local);
      if (container === undefined || !('flowElements' in container || parent.startsWith('process:')))
        continue;
      const flow = inside.filter(({ kind }) => kind === 'flow-node' || kind === 'sequence-flow');
      const artifacts = inside.filter(({ kind }) => kind === 'artifact');
      setMembers(
        container,
        'flowElements',
        flow.flatMap((it) => elementOf(it) ?? []),
      );
      setMembers(
        container,
        'artifacts',
        artifacts.flatMap((it) => elementOf(it) ?? []),
      );
    }
    this.#addRoots();
    for (const element of this.#kept.values()) redirect(element, this.#kept);
    this.#connect();
  }

  #addRoots(): void {
    const isKept = (element: ModdleElement) =>
      !/:(Message|Signal|Error|Escalation)$/.test(element.$type) || this.#kept.has(idOf(element));
    const own = (this.#mine.definitions.get('rootElements') as ModdleElement[]).filter(isKept);
    const ids = new Set(own.map(idOf));
    const theirs = (this.#theirs.definitions.get('rootElements') as ModdleElement[]).filter(
      (it) => this.#kept.get(idOf(it)) === it && !ids.has(idOf(it)),
    );
    setMembers(this.#mine.definitions, 'rootElements', [...own, ...theirs]);
    for (const root of own) if (!this.#kept.has(idOf(root))) redirect(root, this.#kept);
  }

  /** Incoming and outgoing flows are what the flows say. */
  #connect(): void {
    for (const element of this.#kept.values())
      for (const name of ['incoming', 'outgoing'])
        if (Object.hasOwn(element, name)) element.set(name, undefined);
    const join = (node: unknown, name: string, flow: ModdleElement) => {
      if (typeof node !== 'object' || node === null) return;
      const list = (node as ModdleElement).get(name);
      if (Array.isArray(list)) list.push(flow);
    };
    for (const flow of this.#kept.values())
      if (flow.$type === 'bpmn:SequenceFlow') {
        join(flow.get('sourceRef'), 'outgoing', flow);
        join(flow.get('targetRef'), 'incoming', flow);
      }
  }

  /** Shapes of what is there no more go, those of what came from the other side come with it. */
  #draw(): void {
    const [plane] = this.#mine.planes();
    if (plane === undefined) return;
    const own = this.#mine.shapes();
    const above = this.#theirs.shapes();
    const shapes: ModdleElement[] = [];
    for (const [id, element] of this.#kept) {
      const shape = this.#fromTheirs.has(id) ? (above.get(id) ?? own.get(id)) : own.get(id);
      if (shape === undefined) continue;
      shape.set('bpmnElement', element);
      shapes.push(shape);
    }
    const others = [...own].filter(([id]) => !this.#kept.has(id) && !this.#mine.elements.has(id));
    setMembers(plane, 'planeElement', [...shapes, ...others.map(([, shape]) => shape)]);
    const shown = plane.get('bpmnElement');
    const process = isModdle(shown) ? this.#kept.get(idOf(shown)) : undefined;
    if (process) plane.set('bpmnElement', process);
  }
}

function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

const flowKinds: ReadonlySet<string> = new Set(['flow-node', 'sequence-flow', 'artifact', 'event-name']);

function isFlowElement({ kind }: PlanElement): boolean {
  return flowKinds.has(kind) || kind === 'process';
}

/** What the BPMN file says of an element; of a process that is a part of its properties. */
function flowProperties({ kind, properties }: PlanElement): Json {
  if (kind !== 'process') return properties;
  return isPlainObject(properties.bpmn) ? properties.bpmn : {};
}

function mergedProperties(tree: PlanTree, { id }: PlanElement): Json | undefined {
  const element = tree.get(id);
  return element && flowProperties(element);
}

const extensionNames: ReadonlySet<string> = new Set(['inputs', 'outputs', 'properties', 'extensions']);
const eventNames =
  /^(timer|message|signal|error|escalation|conditional|link|compensate|cancel|terminate|eventDefinitions)$/;

/** The BPMN property in which a property of an element stands in the file. */
function bpmnProperty(name: string): string {
  if (extensionNames.has(name)) return 'extensionElements';
  return eventNames.test(name) ? 'eventDefinitions' : name;
}

function groupOf(properties: Json, name: string): Json {
  return Object.fromEntries(
    Object.entries(properties).filter(([key]) => key !== 'type' && bpmnProperty(key) === name),
  );
}
