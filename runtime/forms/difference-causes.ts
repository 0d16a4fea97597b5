import { type ComponentNode, walkComponents } from './component-tree.ts';
import { stepsOf, valueAt } from './conditions/data-path.ts';
import { arrayOf, isPlainObject, objectOf, textOf } from './definition.ts';
import type { FormError } from './form-error.ts';
import { compileTypeCheck } from './type-check.ts';

/** One way in which an answer differs from that of `@formio/core` on the same form and data. */
export interface Observation {
  /** `ours`/`theirs`: an error that only one side has; `data`: the cleaned data; `threw`: the reference failed. */
  readonly side: 'ours' | 'theirs' | 'data' | 'threw';
  readonly path: string;
  readonly rule: string;
  /** The component at `path`, if there is one. */
  readonly node: ComponentNode | undefined;
  readonly tree: readonly ComponentNode[];
  readonly ourErrors: readonly FormError[];
  readonly data: unknown;
  /** The value that was sent for `path`. */
  readonly sent: unknown;
}

const EMPTINESS: ReadonlySet<unknown> = new Set(['isEmpty', 'isNotEmpty']);

export function upwards(node: ComponentNode): ComponentNode[] {
  return node.parent === undefined ? [node] : [node, ...upwards(node.parent)];
}

export function some(nodes: readonly ComponentNode[], test: (node: ComponentNode) => boolean): boolean {
  for (const node of walkComponents(nodes)) if (test(node)) return true;
  return false;
}

const isNesting = (node: ComponentNode): boolean =>
  node.type?.kind === 'container' || node.type?.kind === 'grid';

/** A container or grid that stands in another. */
export const hasDataAround = (node: ComponentNode): boolean =>
  isNesting(node) && upwards(node).slice(1).some(isNesting);

export const isContent = (node: ComponentNode): boolean => node.type?.kind === 'content';

/** One path lies in the other, or both are the same. */
export const isNear = (a: string, b: string): boolean => isAt(a, b) || isAt(b, a);
const isAt = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** Whether what becomes of a component depends on other values. */
export function isConditional(node: ComponentNode | undefined): boolean {
  if (node === undefined) return false;
  return upwards(node).some(
    ({ component }) =>
      isPlainObject(component.conditional) ||
      isPlainObject(component.calculateValue) ||
      arrayOf(component, 'logic').length > 0,
  );
}

export function isInGrid(node: ComponentNode): boolean {
  return upwards(node)
    .slice(1)
    .some((each) => each.type?.kind === 'grid');
}

export function isInNestedGrid(node: ComponentNode | undefined): boolean {
  return (
    node !== undefined &&
    upwards(node)
      .slice(1)
      .filter((each) => each.type?.kind === 'grid').length > 1
  );
}

export function isTypedRadio({ component }: ComponentNode): boolean {
  return component.type === 'radio' && Boolean(component.dataType);
}

/** The names that the conditions and logic of a component look at. */
function namesOf(node: ComponentNode): string[] {
  const conditional = objectOf(node.component, 'conditional');
  const logic = arrayOf(node.component, 'logic')
    .filter(isPlainObject)
    .map((entry) => objectOf(entry, 'trigger'));
  const simple = [conditional, ...logic.map((trigger) => objectOf(trigger, 'simple'))];
  const named = simple.flatMap((each) => [
    textOf(each, 'when'),
    ...arrayOf(each, 'conditions').map((entry) => (isPlainObject(entry) ? textOf(entry, 'component') : '')),
  ]);
  const rules = [conditional.json, node.component.calculateValue, ...logic.map((trigger) => trigger.json)];
  const inRules = [...JSON.stringify(rules).matchAll(/"var":"(?:data|row)\.([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
  return [...named, ...inRules].filter((name) => name !== '');
}

/**
 * Whether components of a certain kind can be behind a difference: they are what differs, or what it stands in or
 * holds, or conditions and calculations lead to them, be it at second hand. Data may differ anywhere.
 */
export function isAffectedBy(
  { side, node, tree }: Pick<Observation, 'side' | 'node' | 'tree'>,
  test: (node: ComponentNode) => boolean,
): boolean {
  if (side === 'data') return some(tree, test);
  return (
    node !== undefined &&
    ([...upwards(node), ...walkComponents(node.children)].some(test) || looksAt(node, tree, test, 4))
  );
}

function looksAt(
  node: ComponentNode,
  tree: readonly ComponentNode[],
  test: (target: ComponentNode) => boolean,
  depth: number,
): boolean {
  if (depth === 0) return false;
  const concerned = [...upwards(node), ...walkComponents(node.children)];
  const names = new Set(concerned.flatMap(namesOf).map((name) => name.split('.').at(-1)));
  return some(
    tree,
    (each) => names.has(each.key) && (some([each], test) || looksAt(each, tree, test, depth - 1)),
  );
}

/** Whether a value of the wrong type was sent for a component, in any row. */
export function isSentWrong(node: ComponentNode, { data }: Pick<Observation, 'data'>): boolean {
  if (node.type === undefined || node.type.kind === 'layout' || node.type.kind === 'content') return false;
  const findWrong = compileTypeCheck(node.component, node.type);
  return valuesAt(data, node.dataPath.split('[]').map(stepsOf)).some(
    (value) => findWrong(value) !== undefined,
  );
}

/** Whether a condition of the component compares something as a date that is neither text nor number. */
export function comparesNoDate(
  node: ComponentNode,
  { tree, data }: Pick<Observation, 'tree' | 'data'>,
): boolean {
  return arrayOf(objectOf(node.component, 'conditional'), 'conditions').some((entry) => {
    if (!isPlainObject(entry) || !/date/i.test(textOf(entry, 'operator'))) return false;
    const key = textOf(entry, 'component').split('.').at(-1);
    return some(
      tree,
      (each) =>
        each.key === key &&
        valuesAt(data, each.dataPath.split('[]').map(stepsOf))
          .flat()
          .some((value) => !['string', 'number', 'undefined'].includes(typeof value)),
    );
  });
}

/** The values at a place in all rows. */
function valuesAt(data: unknown, [steps = [], ...inner]: readonly (readonly string[])[]): unknown[] {
  const value = valueAt(data, steps);
  if (inner.length === 0) return [value];
  return Array.isArray(value) ? value.flatMap((row) => valuesAt(row, inner)) : [];
}

/** Whether a condition of `node` asks if `target` is empty. */
export function namesWithEmptiness(node: ComponentNode, target: ComponentNode): boolean {
  return arrayOf(objectOf(node.component, 'conditional'), 'conditions').some(
    (entry) =>
      isPlainObject(entry) &&
      EMPTINESS.has(entry.operator) &&
      textOf(entry, 'component').split('.').at(-1) === target.key,
  );
}
