import type { Json } from '../../forms/definition.ts';

/** What a plan consists of, in the words of the manifest, of Form.io and of BPMN. */
export const elementKinds = [
  'plan',
  'calendar',
  'document',
  'dimension',
  'part',
  'term-slot',
  'parameter',
  'parameter-option',
  'role',
  'form',
  'component',
  'option',
  'process',
  'flow-node',
  'sequence-flow',
  'event-name',
  'decision',
  'decision-input',
  'decision-output',
  'decision-rule',
  'required-decision',
  'artifact',
  'variable',
  'step',
  'state',
  'record',
  'notice',
  'notice-fields',
  'archive',
  'archive-fields',
  'archive-attachments',
  'indicator',
  'indicator-value',
  'rule',
  'exemption',
  'sheet',
  'view',
  'group',
  'group-seat',
  'window',
  'window-exception',
  'module',
  'lock',
] as const;

export type ElementKind = (typeof elementKinds)[number];

/** One thing of a plan that a layer can add, remove, move, change or lock. */
export interface PlanElement {
  /** Stable across versions and layers: `form:b-r01/title`, `process:b-f2/review`, `parameter:noticePeriod`. */
  readonly id: string;
  readonly kind: ElementKind;
  /** What a person calls it. */
  readonly name: string;
  /** Element that it stands in; undefined for the plan itself. */
  readonly parent: string | undefined;
  /** List of the parent that it stands in: `components`, `columns[0].components`, `parameters`. */
  readonly slot: string;
  /** Place in that list, from 0; 0 for all members of a list whose order means nothing. */
  readonly order: number;
  /** Everything of it that is no element of its own; plain JSON. Where shapes are drawn is no property. */
  readonly properties: Json;
}

/** A plan as elements by id, parents before their children, siblings in their order. */
export type PlanTree = ReadonlyMap<string, PlanElement>;

/** The plan itself, parent of everything at the top. */
export const planElementId = 'plan';

/** Lists of a tree by parent and slot, each in its order. */
export function childLists(tree: PlanTree): ReadonlyMap<string, ReadonlyMap<string, readonly PlanElement[]>> {
  const lists = new Map<string, Map<string, PlanElement[]>>();
  for (const element of tree.values()) {
    if (element.parent === undefined) continue;
    const slots = lists.get(element.parent) ?? new Map<string, PlanElement[]>();
    lists.set(element.parent, slots);
    const members = slots.get(element.slot);
    if (members === undefined) slots.set(element.slot, [element]);
    else members.push(element);
  }
  for (const slots of lists.values())
    for (const members of slots.values()) members.sort((a, b) => a.order - b.order);
  return lists;
}
