import { type ComponentNode, componentTree, walkComponents } from '../forms/component-tree.ts';
import {
  arrayOf,
  type FormDefinition,
  isPlainObject,
  labelOf,
  objectOf,
  textOf,
} from '../forms/definition.ts';

/** A component that holds data, as the plan refers to it. */
export interface PlanComponent {
  /** Keys from the top of the data, joined by dots (`hobbies.name`); layout components leave no trace in it. */
  readonly path: string;
  readonly type: string;
  readonly label: string;
  /** Field class C1 to C4 (`properties.dataClass`); C2, internal, where the form says nothing. */
  readonly dataClass: string;
  /** The values that can be chosen; empty where the form lists none. */
  readonly values: readonly string[];
}

/** The data components of a form by path, in the order of the form. */
export function componentsOf(definition: FormDefinition): ReadonlyMap<string, PlanComponent> {
  const found = new Map<string, PlanComponent>();
  for (const node of walkComponents(componentTree(definition)))
    if (node.type?.kind !== 'layout' && node.type?.kind !== 'content') {
      const component = planComponent(node);
      found.set(component.path, component);
    }
  return found;
}

function planComponent({ component, dataPath }: ComponentNode): PlanComponent {
  return {
    path: dataPath.replaceAll('[]', ''),
    type: textOf(component, 'type'),
    label: labelOf(component),
    dataClass: textOf(objectOf(component, 'properties'), 'dataClass') || 'C2',
    values: [...arrayOf(component, 'values'), ...arrayOf(objectOf(component, 'data'), 'values')].flatMap(
      (option) => (isPlainObject(option) ? [String(option.value)] : []),
    ),
  };
}
