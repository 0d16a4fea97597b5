import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { childOf, childrenOf, idOf, type ModdleElement } from '../../model/moddle-element.ts';

/** Lists of a process or subprocess whose members are elements. */
const lists = ['flowElements', 'artifacts'] as const;

/** A BPMN file that is taken apart and put together again. */
export class FlowFile {
  readonly #moddle: BpmnModdle;
  readonly definitions: ModdleElement;
  /** Flow elements, artifacts and root elements by id. */
  readonly elements = new Map<string, ModdleElement>();

  private constructor(moddle: BpmnModdle, definitions: ModdleElement) {
    this.#moddle = moddle;
    this.definitions = definitions;
    for (const root of childrenOf(definitions, 'rootElements')) this.#index(root);
  }

  /** Reads a file that `readXml` has found to be sound. */
  static async read(xml: string): Promise<FlowFile> {
    const moddle = new BpmnModdle({ camunda });
    const { rootElement } = await moddle.fromXML(xml.replace(/^\ufeff/, ''), 'bpmn:Definitions');
    return new FlowFile(moddle, rootElement);
  }

  /** Shapes and edges by the id of what they show. */
  shapes(): ReadonlyMap<string, ModdleElement> {
    return new Map(
      this.planes().flatMap((plane) => childrenOf(plane, 'planeElement').map((it) => [shownBy(it), it])),
    );
  }

  planes(): ModdleElement[] {
    return childrenOf(this.definitions, 'diagrams').flatMap((it) => childOf(it, 'plane') ?? []);
  }

  async write(): Promise<string> {
    const { xml } = await this.#moddle.toXML(this.definitions, { format: true });
    return xml;
  }

  #index(element: ModdleElement): void {
    if (idOf(element) !== '') this.elements.set(idOf(element), element);
    for (const list of lists) for (const member of childrenOf(element, list)) this.#index(member);
  }
}

function shownBy(shape: ModdleElement): string {
  const element = childOf(shape, 'bpmnElement');
  return element ? idOf(element) : '';
}

/** Replaces the members of a list and says whose they are. */
export function setMembers(container: ModdleElement, list: string, members: readonly ModdleElement[]): void {
  container.set(list, members.length > 0 ? [...members] : undefined);
  for (const member of members) member.$parent = container;
}

/**
 * Leads every reference in an element to the element of that id, among those that are kept; one that leads nowhere
 * is taken out. Incoming and outgoing flows follow from the flows.
 */
export function redirect(element: ModdleElement, kept: ReadonlyMap<string, ModdleElement>): void {
  for (const { ns, isReference, isVirtual } of element.$descriptor.properties) {
    const name = ns.localName;
    if (isVirtual === true || !Object.hasOwn(element, name)) continue;
    const value = element.get(name);
    if (isReference === true) {
      const found = (target: unknown) => (isElement(target) ? kept.get(idOf(target)) : undefined);
      element.set(name, Array.isArray(value) ? value.flatMap((it) => found(it) ?? []) : found(value));
    } else if (name !== 'flowElements' && name !== 'artifacts' && name !== 'di')
      for (const inner of Array.isArray(value) ? value : [value]) if (isElement(inner)) redirect(inner, kept);
  }
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
