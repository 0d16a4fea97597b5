import { type ComponentNode, walkComponents } from '../component-tree.ts';
import type { FormComponent } from '../definition.ts';
import type { Frame } from '../frame.ts';
import type { Row } from '../slot.ts';
import { stepsOf, valueAt } from './data-path.ts';

/** How a condition reads the component that it names, from where the condition itself stands. */
export interface Reference {
  /** The component that the name leads to; `undefined` where the form has none. */
  readonly component: FormComponent | undefined;
  read(data: Row, frame: Frame): unknown;
}

/** Finds components of one form by the names that conditions use. */
export class ReferenceIndex {
  private readonly nodes: readonly ComponentNode[];

  constructor(tree: readonly ComponentNode[]) {
    this.nodes = [...walkComponents(tree)];
  }

  /**
   * A name is, in this order: the place in the data (`items[0].qty`), the keys with layouts (`panel.items.qty`),
   * the keys without (`items.qty`), or the bare key (`qty`). A place inside a grid means the row that the
   * condition stands in, or else the row of the same number, or the first.
   */
  find(name: string): Reference {
    const steps = stepsOf(name);
    const fallback = (data: Row): unknown => valueAt(data, steps);
    const exact = this.nodes.find((node) => firstRowPath(node) === name && isData(node));
    if (exact !== undefined) return { component: exact.component, read: fallback };
    const flags = this.flagsOwner(name);
    if (flags !== undefined) {
      const isOneFlag = flags.dataPath === name.slice(0, name.lastIndexOf('.'));
      return { component: flags.component, read: isOneFlag ? fallback : this.reader(flags, fallback, false) };
    }
    const node =
      this.nodes.find((each) => each.keyPath === name) ??
      this.nodes.find((each) => plainPath(each) === name && isData(each));
    if (node !== undefined) return { component: node.component, read: this.reader(node, fallback, false) };
    const byKey = this.nodes.find((each) => each.key === name);
    if (byKey !== undefined) return { component: byKey.component, read: this.reader(byKey, fallback, true) };
    return { component: undefined, read: fallback };
  }

  /** `boxes.red` names one box of a group of boxes; in a grid it stands for the whole group. */
  private flagsOwner(name: string): ComponentNode | undefined {
    const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return owner === ''
      ? undefined
      : this.nodes.find(
          (node) =>
            node.component.type === 'selectboxes' && (node.keyPath === owner || plainPath(node) === owner),
        );
  }

  private reader(
    node: ComponentNode,
    fallback: (data: Row) => unknown,
    firstRowOnly: boolean,
  ): (data: Row, frame: Frame) => unknown {
    if (!isData(node)) return () => null;
    const parts = node.dataPath.split('[]').map(stepsOf);
    const last = parts.pop() ?? [];
    if (parts.length === 0) return (data) => valueAt(data, last);
    return (data, frame) => {
      let place: unknown = data;
      let prefix = '';
      for (const steps of parts) {
        const list = valueAt(place, steps);
        prefix += `${prefix === '' ? '' : '.'}${steps.join('.')}`;
        if (list === undefined) return undefined;
        const index = Array.isArray(list) ? rowOf(list, frame, prefix, firstRowOnly) : -1;
        if (index === -1) return fallback(data);
        place = (list as unknown[])[index];
        prefix += `[${index}]`;
      }
      return valueAt(place, last);
    };
  }
}

/** The row that a name inside a grid means; -1 where the grid has none. */
function rowOf(list: readonly unknown[], frame: Frame, grid: string, firstRowOnly: boolean): number {
  const first = list.findIndex(Boolean);
  if (firstRowOnly) return first;
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.index !== undefined && at.prefix === `${grid}[${at.index}].`)
      return list[at.index] ? at.index : first;
  }
  return frame.rowIndex !== undefined && list[frame.rowIndex] ? frame.rowIndex : first;
}

const isData = (node: ComponentNode): boolean =>
  node.type?.kind !== 'layout' && node.type?.kind !== 'content';

/** Where the value stands in the data, in the first row of every grid. */
const firstRowPath = (node: ComponentNode): string => node.dataPath.replaceAll('[]', '[0]');

/** The keys to the value without row numbers. */
const plainPath = (node: ComponentNode): string => node.dataPath.replaceAll('[]', '');
