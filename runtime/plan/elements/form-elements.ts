import { type ComponentNode, componentTree } from '../../forms/component-tree.ts';
import { type FormDefinition, isPlainObject, type Json, labelOf } from '../../forms/definition.ts';
import type { ElementSet } from './element-set.ts';
import { optionLists, optionProperty } from './form-options.ts';
import { withValueAt } from './json-value.ts';

/**
 * Adds the components of a form, and the options of those that list some. A component that holds data is named
 * by its place in the data, which no panel around it changes; any other by its key.
 */
export function addForm(form: string, definition: FormDefinition, set: ElementSet): void {
  addNodes(componentTree(definition), form, form, 0, set);
}

/** What a form says beside its components. */
export function formProperties({ components: _, ...rest }: FormDefinition): Json {
  return rest;
}

/** `prefix`: length of the definition path that leads to the parent. */
function addNodes(
  nodes: readonly ComponentNode[],
  form: string,
  parent: string,
  prefix: number,
  set: ElementSet,
): void {
  const orders = new Map<string, number>();
  for (const node of nodes) {
    const slot = node.definitionPath.slice(prefix).replace(/\[\d+\]$/, '');
    const order = orders.get(slot) ?? 0;
    orders.set(slot, order + 1);
    const own = withoutChildren(node);
    const lists = optionLists(own);
    const element = set.add({
      id: `${form}/${localId(node)}`,
      kind: 'component',
      name: labelOf(node.component),
      parent,
      slot,
      order,
      properties: lists.reduce((rest, list) => withValueAt(rest, list.path, undefined), own),
    });
    for (const list of lists)
      list.options.forEach((option, place) => {
        const value = String(option[optionProperty]);
        set.add({
          id: `${element.id}#${list.prefix}${value}`,
          kind: 'option',
          name: typeof option.label === 'string' ? option.label : value,
          parent: element.id,
          slot: list.slot,
          order: place,
          properties: option,
        });
      });
    addNodes(node.children, form, element.id, node.definitionPath.length + 1, set);
  }
}

function localId({ type, key, dataPath }: ComponentNode): string {
  return type?.kind === 'layout' || type?.kind === 'content' ? key : dataPath.replaceAll('[]', '');
}

/** The component with empty lists where other components stand; the columns and cells stay. */
function withoutChildren({ component, type }: ComponentNode): Json {
  const bare = (it: Json): Json => (Array.isArray(it.components) ? { ...it, components: [] } : it);
  const bareEach = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((item) => (isPlainObject(item) ? bare(item) : item)) : list;
  switch (type?.childrenIn) {
    case 'components':
    case 'tabs':
      return bare(component);
    case 'columns':
      return { ...component, columns: bareEach(component.columns) };
    case 'rows':
      return Array.isArray(component.rows) ? { ...component, rows: component.rows.map(bareEach) } : component;
    default:
      return component;
  }
}
