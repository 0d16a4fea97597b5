import type { Json } from '../../forms/definition.ts';
import { childrenOf, idOf, type ModdleElement, textOf, typeName } from '../../model/moddle-element.ts';
import type { ElementKind } from './element.ts';
import type { ElementSet } from './element-set.ts';
import { moddleProperties } from './moddle-properties.ts';

/** Lists of a container that hold elements of their own. */
const memberLists = ['flowElements', 'artifacts'] as const;

/** Adds what a `<process>` consists of: flow nodes, sequence flows and annotations, at every depth. */
export function addProcess(process: string, element: ModdleElement, set: ElementSet): void {
  addMembers(process, element, process, set);
}

/** What a `<process>` says beside its members. */
export function processProperties(element: ModdleElement): Json {
  return moddleProperties(element);
}

/** Messages, signals, errors and escalations that a file defines beside its processes. */
export function addEventNames(process: string, definitions: ModdleElement, set: ElementSet): void {
  for (const element of childrenOf(definitions, 'rootElements'))
    if (/:(Message|Signal|Error|Escalation)$/.test(element.$type))
      addElement(process, element, process, 'rootElements', 0, 'event-name', set);
}

function addMembers(process: string, container: ModdleElement, parent: string, set: ElementSet): void {
  const orders = new Map<string, number>();
  for (const list of memberLists)
    for (const element of childrenOf(container, list)) {
      const { kind, slot } = placeOf(element, list);
      const order = slot === list ? 0 : (orders.get(slot) ?? 0);
      orders.set(slot, order + 1);
      const added = addElement(process, element, parent, slot, order, kind, set);
      addMembers(process, element, added, set);
    }
}

/** The order of conditions at one source is the order in which they are asked; no other order means anything. */
function placeOf(element: ModdleElement, list: string): { kind: ElementKind; slot: string } {
  if (list === 'artifacts') return { kind: 'artifact', slot: list };
  if (element.$type !== 'bpmn:SequenceFlow') return { kind: 'flow-node', slot: list };
  const source = element.get('sourceRef');
  const asked = element.get('conditionExpression') !== undefined && isElement(source);
  return { kind: 'sequence-flow', slot: asked ? `conditions:${idOf(source)}` : list };
}

function addElement(
  process: string,
  element: ModdleElement,
  parent: string,
  slot: string,
  order: number,
  kind: ElementKind,
  set: ElementSet,
): string {
  const id = idOf(element);
  return set.add({
    id: `${process}/${id}`,
    kind,
    name: textOf(element, 'name') ?? id,
    parent,
    slot,
    order,
    properties: { type: typeName(element), ...moddleProperties(element) },
  }).id;
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
