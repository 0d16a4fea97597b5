import { type ComponentNode, componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormComponent, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/**
 * The name of a component within its form, as plans and locks use it: its place in the data, or the key of one that
 * holds none.
 */
export function componentId({ type, key, dataPath }: ComponentNode): string {
  return type?.kind === 'layout' || type?.kind === 'content' ? key : dataPath.replaceAll('[]', '');
}

/** The component of that name. */
export function findComponent(definition: FormDefinition, id: string): ComponentNode | undefined {
  return [...walkComponents(componentTree(definition))].find((node) => componentId(node) === id);
}

/** A copy of the form with another component at a place of the definition; undefined takes it out. */
export function withComponentAt(
  definition: FormDefinition,
  definitionPath: string,
  component: FormComponent | undefined,
): FormDefinition {
  const steps = definitionPath.replace(/\[(\d+)\]/g, '.$1').split('.');
  return replaced(definition, steps, component) as FormDefinition;
}

function replaced(value: unknown, steps: readonly string[], component: FormComponent | undefined): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return component;
  if (Array.isArray(value)) {
    const index = Number(step);
    if (rest.length === 0 && component === undefined) return value.filter((_, at) => at !== index);
    return value.map((item, at) => (at === index ? replaced(item, rest, component) : item));
  }
  return isPlainObject(value) ? { ...value, [step]: replaced(value[step], rest, component) } : value;
}
