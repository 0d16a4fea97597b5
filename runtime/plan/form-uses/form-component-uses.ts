import { type ComponentNode, componentTree, walkComponents } from '../../forms/component-tree.ts';
import { ReferenceIndex } from '../../forms/conditions/reference.ts';
import { arrayOf, type FormDefinition, isPlainObject, labelOf, objectOf } from '../../forms/definition.ts';
import type { PlanUse, UseKind } from './plan-use.ts';

/** Components of the same form whose conditions, rules or calculations look at one of it. */
export function usesWithinForm(form: string, definition: FormDefinition, path: string): readonly PlanUse[] {
  const tree = componentTree(definition);
  const nodes = [...walkComponents(tree)];
  const target = nodes.find((node) => holdsData(node) && pathOf(node) === path);
  if (!target) return [];
  const index = new ReferenceIndex(tree);
  const isTarget = (name: unknown) =>
    typeof name === 'string' && name !== '' && index.find(name).component === target.component;
  return nodes.flatMap((node) => {
    if (node === target || isInside(node, target)) return [];
    return kindsOf(node, target, isTarget).map(
      (kind): PlanUse => ({
        kind,
        name: labelOf(node.component),
        place: { page: 'form', form, component: holdsData(node) ? pathOf(node) : node.key },
      }),
    );
  });
}

const holdsData = ({ type }: ComponentNode) => type?.kind !== 'layout' && type?.kind !== 'content';
const pathOf = ({ dataPath }: ComponentNode) => dataPath.replaceAll('[]', '');

function isInside(node: ComponentNode, outer: ComponentNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

function kindsOf(
  { component }: ComponentNode,
  target: ComponentNode,
  isTarget: (name: unknown) => boolean,
): readonly UseKind[] {
  const conditional = objectOf(component, 'conditional');
  const triggers = arrayOf(component, 'logic')
    .filter(isPlainObject)
    .map((entry) => objectOf(entry, 'trigger'));
  const simple = [conditional, ...triggers.map((trigger) => objectOf(trigger, 'simple'))];
  const isAsked = simple.some(
    (it) =>
      isTarget(it.when) ||
      arrayOf(it, 'conditions').some((clause) => isPlainObject(clause) && isTarget(clause.component)),
  );
  const reads = (rule: unknown) => variablesOf(rule).some((name) => readsTarget(name, target));
  const kinds: UseKind[] = [];
  if (isAsked || reads(conditional.json) || triggers.some(({ json }) => reads(json))) kinds.push('condition');
  if (reads(objectOf(component, 'validate').json)) kinds.push('rule');
  if (reads(component.calculateValue)) kinds.push('calculation');
  return kinds;
}

/** `data.items.qty` is a place from the root, `row.qty` one beside the component. */
function readsTarget(name: string, target: ComponentNode): boolean {
  const path = pathOf(target);
  const [scope, ...rest] = name.split('.');
  const steps = rest.filter((step) => !/^\d+$/.test(step)).join('.');
  if (scope === 'data') return steps === path || steps.startsWith(`${path}.`) || path.startsWith(`${steps}.`);
  return scope === 'row' && (steps === target.key || steps.startsWith(`${target.key}.`));
}

/** Every variable that a JSONLogic rule reads. */
export function variablesOf(rule: unknown): readonly string[] {
  if (Array.isArray(rule)) return rule.flatMap(variablesOf);
  if (!isPlainObject(rule)) return [];
  return Object.entries(rule).flatMap(([operator, value]) => {
    const name: unknown = Array.isArray(value) ? value[0] : value;
    return operator === 'var' && typeof name === 'string' ? [name] : variablesOf(value);
  });
}
