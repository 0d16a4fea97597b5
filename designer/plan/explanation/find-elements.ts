import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { elementName } from '../comparison/element-name.ts';

export interface FoundElement {
  readonly element: PlanElement;
  readonly name: string;
  /** Name of the form, flow or entry that it stands in; undefined at the top. */
  readonly within: string | undefined;
}

/** Kinds that nobody looks for by themselves: they are shown with what they belong to. */
const passedOver: ReadonlySet<PlanElement['kind']> = new Set([
  'lock',
  'sequence-flow',
  'artifact',
  'variable',
  'event-name',
]);

/** Elements whose name or code holds every word; those that begin with the words come first. */
export function findElements(tree: PlanTree, words: string): readonly FoundElement[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: FoundElement[] = [];
  for (const element of tree.values()) {
    if (passedOver.has(element.kind)) continue;
    const name = elementName(element, tree);
    const within = outermost(element, tree);
    const text = `${name} ${element.id} ${within ?? ''}`.toLowerCase();
    if (wanted.every((word) => text.includes(word))) found.push({ element, name, within });
  }
  const first = wanted[0] ?? '';
  const begins = ({ name }: FoundElement) => name.toLowerCase().startsWith(first);
  return first === '' ? found : [...found.filter(begins), ...found.filter((it) => !begins(it))];
}

function outermost(element: PlanElement, tree: PlanTree): string | undefined {
  let name: string | undefined;
  for (let at = tree.get(element.parent ?? ''); at && at.parent !== undefined; at = tree.get(at.parent))
    name = at.kind === 'calendar' ? undefined : at.name;
  return name;
}
