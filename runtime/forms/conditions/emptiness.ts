import type { ComponentNode } from '../component-tree.ts';
import { componentTree } from '../component-tree.ts';
import { hasSeveralMasks } from '../components/masked-text.ts';
import { type FormComponent, isPlainObject } from '../definition.ts';
import { stepsOf, valueAt } from './data-path.ts';
import { isEqual } from './equality.ts';

type IsEmpty = (value: unknown) => boolean;

/** What "is empty" means for a component, compiled once. */
export function emptinessOf(component: FormComponent | undefined): IsEmpty {
  const plain = plainEmptiness(component?.type);
  switch (component?.type) {
    case 'checkbox':
      return (value) => value === false || plain(value);
    case 'address':
      return (value) => !isPlainObject(value) || isEmptyAddress(value);
    case 'datagrid':
    case 'editgrid':
    case 'container':
      return nestedEmptiness(component, plain);
    case 'datetime':
      return (value) => plain(value) || String(value) === 'Invalid date';
    case 'selectboxes':
      return (value) => plain(value) || (isPlainObject(value) && !Object.values(value).some(Boolean));
    case 'textarea':
      return textAreaEmptiness(component, plain);
    case 'textfield':
    case 'phoneNumber':
      return hasSeveralMasks(component)
        ? (value) => plain(value) || (component.multiple !== true && !isMaskFilled(value))
        : (value) => plain(value) || plain(asText(value));
    default:
      return plain;
  }
}

/** Nothing, no text, an empty list, or a list of one empty value. */
function plainEmptiness(type: unknown): IsEmpty {
  const emptyItem = emptyValueOf(type);
  return (value) => {
    if (value === null || value === undefined || value === '') return true;
    if (!Array.isArray(value)) return false;
    return value.length === 0 || (value.length === 1 && isEqual(value[0], emptyItem));
  };
}

function emptyValueOf(type: unknown): unknown {
  if (type === 'datagrid' || type === 'editgrid') return [];
  const isText = ['textarea', 'textfield', 'time', 'datetime', 'day'].includes(String(type));
  return isText ? '' : null;
}

const asText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value).trim();

const isEmptyAddress = (value: Record<string, unknown>): boolean =>
  !Object.entries(value).some(([name, part]) => name !== 'mode' && name !== 'address' && Boolean(part));

const isMaskFilled = (value: unknown): boolean =>
  isPlainObject(value) && Boolean(value.maskName) && Boolean(value.value);

/** A blank paragraph that an editor leaves at the beginning or end is no content. */
const BLANKS =
  /^<p>&nbsp;<\/p>|<p>&nbsp;<\/p>$|^<p><br><\/p>|<p><br><\/p>$|^<p><br>&nbsp;<\/p>|<p><br>&nbsp;<\/p>$/g;

function textAreaEmptiness(component: FormComponent, plain: IsEmpty): IsEmpty {
  const isFormatted = Boolean(component.wysiwyg) || Boolean(component.editor);
  const trim = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    return (isFormatted ? value.replace(BLANKS, '') : value).trim();
  };
  return (value) => plain(isFormatted && Array.isArray(value) ? value.map(trim) : trim(value));
}

/** A container or grid is empty when each of its fields is, in every row. */
function nestedEmptiness(component: FormComponent, plain: IsEmpty): IsEmpty {
  const leaves = componentTree({ components: [{ ...component, key: 'x' }] }).flatMap((node) =>
    leavesOf(node, ''),
  );
  if (leaves.length === 0) return plain;
  return (value) => {
    if (plain(value)) return true;
    const rows = Array.isArray(value) ? value : [value];
    return rows.every((row) => leaves.every((leaf) => leaf.isEmpty(valueAt(row, leaf.steps))));
  };
}

interface Leaf {
  readonly steps: readonly string[];
  readonly isEmpty: IsEmpty;
}

function leavesOf(node: ComponentNode, base: string): Leaf[] {
  return node.children.flatMap((child): Leaf[] => {
    if (child.type?.kind === 'content') return [];
    if (child.type?.kind === 'layout') return leavesOf(child, base);
    return [{ steps: stepsOf(`${base}${child.key}`), isEmpty: emptinessOf(child.component) }];
  });
}
