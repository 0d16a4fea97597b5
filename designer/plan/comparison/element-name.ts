import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';

/** What people call an element: entries that have no name of their own are called after what they are about. */
export function elementName(element: PlanElement, tree: PlanTree): string {
  const nameOf = (id: string) => {
    const found = tree.get(id);
    return found && elementName(found, tree);
  };
  const { id, kind, name, properties } = element;
  switch (kind) {
    case 'sequence-flow': {
      const process = id.slice(0, id.lastIndexOf('/'));
      const ends = [properties.sourceRef, properties.targetRef].map(
        (end) => nameOf(`${process}/${String(end)}`) ?? String(end),
      );
      return name === id.slice(process.length + 1) ? ends.join(' → ') : `${name}（${ends.join(' → ')}）`;
    }
    case 'step':
    case 'state':
      return nameOf(id.replace(/^(?:step|state):/, 'process:')) ?? name;
    case 'record':
    case 'notice-fields':
    case 'archive-fields':
    case 'archive-attachments':
      return nameOf(`form:${name}`) ?? name;
    case 'lock':
      return nameOf(name) ?? name;
    default:
      return name;
  }
}
