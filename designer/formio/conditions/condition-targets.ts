import { type ComponentNode, componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import {
  arrayOf,
  type FormComponent,
  type FormDefinition,
  isPlainObject,
  labelOf,
  objectOf,
} from '@oneplan/runtime/forms/definition.ts';

/** A component that a condition can look at. */
export interface ConditionTarget {
  /** Name of its value in JSONLogic: `data.kind`; `row.level` in the row that the condition stands in. */
  readonly variable: string;
  readonly label: string;
  readonly component: FormComponent;
  readonly options: readonly { readonly value: unknown; readonly label: string }[];
}

/** What the condition of the component at a place of the definition can look at: neither itself nor what is in it. */
export function conditionTargets(
  definition: FormDefinition,
  definitionPath: string,
): readonly ConditionTarget[] {
  const nodes = [...walkComponents(componentTree(definition))];
  const own = nodes.find((node) => node.definitionPath === definitionPath);
  return nodes.flatMap((node) => {
    if (!hasValue(node) || isIn(node, definitionPath)) return [];
    const variable = variableOf(node, own);
    return variable === undefined ? [] : [{ ...describe(node), variable }];
  });
}

function describe({ component }: ComponentNode) {
  return { label: labelOf(component), component, options: optionsOf(component) };
}

function hasValue({ type }: ComponentNode): boolean {
  return type !== undefined && type.kind !== 'layout' && type.kind !== 'content' && type.type !== 'button';
}

function isIn(node: ComponentNode, definitionPath: string): boolean {
  return node.definitionPath === definitionPath || node.definitionPath.startsWith(`${definitionPath}.`);
}

/** Undefined in the rows of a grid that the condition stands outside of: no row is meant. */
function variableOf({ dataPath }: ComponentNode, own: ComponentNode | undefined): string | undefined {
  if (!dataPath.includes('[]')) return `data.${dataPath}`;
  const row = dataPath.slice(0, dataPath.lastIndexOf('.') + 1);
  const inSameRow = own !== undefined && row.endsWith('[].') && rowOf(own) === row;
  return inSameRow ? `row.${dataPath.slice(row.length)}` : undefined;
}

function rowOf({ dataPath, type }: ComponentNode): string {
  if (type?.kind === 'layout' || type?.kind === 'content') return dataPath === '' ? '' : `${dataPath}.`;
  return dataPath.slice(0, dataPath.lastIndexOf('.') + 1);
}

function optionsOf(component: FormComponent): ConditionTarget['options'] {
  const list = component.type === 'select' ? arrayOf(objectOf(component, 'data'), 'values') : [];
  return [...list, ...arrayOf(component, 'values')].flatMap((option) =>
    isPlainObject(option) && option.value !== ''
      ? [{ value: storedAs(component, option.value), label: String(option.label ?? option.value) }]
      : [],
  );
}

/** Form.io stores the words true and false as flags unless the author wants texts. */
function storedAs({ dataType }: FormComponent, value: unknown): unknown {
  if (dataType === 'string') return value;
  return value === 'true' ? true : value === 'false' ? false : value;
}
