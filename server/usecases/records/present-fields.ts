import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { isReference } from '@oneplan/runtime/forms/components/reference.ts';
import {
  arrayOf,
  type FormComponent,
  type FormDefinition,
  isPlainObject,
  labelOf,
  objectOf,
} from '@oneplan/runtime/forms/definition.ts';

export interface PresentedField {
  readonly label: string;
  readonly value: string;
}

/**
 * The named components of a record in words, in the order of `keys`: what lists, notices and the archive show.
 * Values that were not filled in are left out; files and signatures are named, never embedded.
 */
export function presentFields(
  definition: FormDefinition,
  data: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): PresentedField[] {
  const nodes = [...walkComponents(componentTree(definition))];
  return keys.flatMap((key) => {
    const node = nodes.find((candidate) => candidate.key === key);
    if (!node) return [];
    const value = inWords(node.component, valueAt(data, node.dataPath));
    return value === '' ? [] : [{ label: labelOf(node.component), value }];
  });
}

/** The value at a path without rows; a path through a grid has no single value. */
export function valueAt(data: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path.includes('[]')) return undefined;
  let value: unknown = data;
  for (const name of path.split('.')) {
    if (!isPlainObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

function inWords(component: FormComponent, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value))
    return value
      .map((each) => inWords(component, each))
      .filter(Boolean)
      .join('、');
  switch (component.type) {
    case 'radio':
      return optionLabel(arrayOf(component, 'values'), value);
    case 'select':
      return optionLabel(arrayOf(objectOf(component, 'data'), 'values'), value);
    case 'selectboxes':
      return Object.entries(isPlainObject(value) ? value : {})
        .flatMap(([option, chosen]) =>
          chosen === true ? [optionLabel(arrayOf(component, 'values'), option)] : [],
        )
        .join('、');
    case 'checkbox':
      return value === true ? '是' : '否';
    case 'datetime':
      return String(value)
        .slice(0, component.enableTime === true ? 16 : 10)
        .replace('T', ' ');
    case 'file':
      return isPlainObject(value) ? String(value.originalName ?? value.name ?? '') : '';
    case 'signature':
      return '已签名';
    case 'pupil':
    case 'schoolClass':
    case 'orgUnit':
    case 'person':
      return isReference(value) ? value.name : '';
    case 'datagrid':
    case 'editgrid':
      return isPlainObject(value) ? Object.values(value).map(String).join(' ') : '';
    default:
      return typeof value === 'object' ? '' : String(value);
  }
}

function optionLabel(options: readonly unknown[], value: unknown): string {
  const option = options.find(
    (candidate) => isPlainObject(candidate) && String(candidate.value) === String(value),
  );
  return isPlainObject(option) ? String(option.label ?? value) : String(value);
}
