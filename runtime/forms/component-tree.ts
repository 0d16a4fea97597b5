import { componentTypeOf } from './component-registry.ts';
import type { ChildrenIn, ComponentType } from './component-type.ts';
import {
  arrayOf,
  dataKeyOf,
  type FormComponent,
  type FormDefinition,
  isPlainObject,
  textOf,
} from './definition.ts';

/** One component in its place. */
export interface ComponentNode {
  readonly component: FormComponent;
  /** The component's own name; the key of a tab for a tab. */
  readonly key: string;
  /** `undefined` for a type that forms may not use. */
  readonly type: ComponentType | undefined;
  /** Place in the definition: `components[2].columns[0].components[1]`. */
  readonly definitionPath: string;
  /** Keys from the root to this component, layouts included: `basics.items.qty`. */
  readonly keyPath: string;
  /**
   * Place of the value in the data, without row numbers: `items[].qty`. For a layout or content component, the
   * place of the object that its children stand in (`''` is the root).
   */
  readonly dataPath: string;
  readonly parent: ComponentNode | undefined;
  readonly depth: number;
  readonly children: readonly ComponentNode[];
}

/** The tree of a form's components. Anything that is no component object is left out. */
export function componentTree(definition: FormDefinition): readonly ComponentNode[] {
  return listNodes(arrayOf(definition, 'components'), 'components', undefined);
}

/** Every component of a form, parents before their children. */
export function* walkComponents(nodes: readonly ComponentNode[]): Generator<ComponentNode, void, undefined> {
  for (const node of nodes) {
    yield node;
    yield* walkComponents(node.children);
  }
}

function listNodes(
  components: readonly unknown[],
  path: string,
  parent: ComponentNode | undefined,
  isTab = false,
): ComponentNode[] {
  const nodes: ComponentNode[] = [];
  components.forEach((component, index) => {
    if (isPlainObject(component)) nodes.push(makeNode(component, `${path}[${index}]`, parent, isTab));
  });
  return nodes;
}

/** A tab holds components but is none itself; in the tree it stands as a layout of its own. */
const TAB: ComponentType = { type: 'tab', kind: 'layout', childrenIn: 'components' };

function makeNode(
  component: FormComponent,
  definitionPath: string,
  parent: ComponentNode | undefined,
  isTab: boolean,
): ComponentNode {
  const key = textOf(component, 'key');
  const type = isTab ? TAB : componentTypeOf(component.type);
  const children: ComponentNode[] = [];
  const node: ComponentNode = {
    component,
    key,
    type,
    definitionPath,
    keyPath: parent === undefined || parent.keyPath === '' ? key : `${parent.keyPath}.${key}`,
    dataPath: dataPathOf(component, type, parent),
    parent,
    depth: parent === undefined ? 1 : parent.depth + 1,
    children,
  };
  if (node.depth <= MAX_WALK_DEPTH) {
    for (const { path, components } of childLists(component, type?.childrenIn, definitionPath)) {
      children.push(...listNodes(components, path, node, type?.childrenIn === 'tabs'));
    }
  }
  return node;
}

/** Deeper than any form may be: the walk must end before the stack does. */
const MAX_WALK_DEPTH = 64;

function dataPathOf(
  component: FormComponent,
  type: ComponentType | undefined,
  parent: ComponentNode | undefined,
): string {
  const base = parent === undefined ? '' : scopePathOf(parent);
  if (type?.kind === 'layout' || type?.kind === 'content') return base;
  const key = dataKeyOf(component);
  return base === '' ? key : `${base}.${key}`;
}

/** Where the children of a node stand: its own place, a row of it, or the place around a layout. */
function scopePathOf(node: ComponentNode): string {
  return node.type?.kind === 'grid' ? `${node.dataPath}[]` : node.dataPath;
}

/** The lists of components inside a component, with their place in the definition. */
export function childLists(
  component: FormComponent,
  childrenIn: ChildrenIn | undefined,
  at: string,
): { path: string; components: readonly unknown[] }[] {
  switch (childrenIn) {
    case 'components':
    case 'tabs':
      return [{ path: `${at}.components`, components: arrayOf(component, 'components') }];
    case 'columns':
      return arrayOf(component, 'columns').flatMap((column, index) =>
        isPlainObject(column)
          ? [{ path: `${at}.columns[${index}].components`, components: arrayOf(column, 'components') }]
          : [],
      );
    case 'rows':
      return arrayOf(component, 'rows').flatMap((row, i) =>
        (Array.isArray(row) ? row : []).flatMap((cell: unknown, j) =>
          isPlainObject(cell)
            ? [{ path: `${at}.rows[${i}][${j}].components`, components: arrayOf(cell, 'components') }]
            : [],
        ),
      );
    default:
      return [];
  }
}
