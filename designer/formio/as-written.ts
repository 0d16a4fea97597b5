import { type ComponentNode, componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormComponent, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import { sameJson } from '@oneplan/runtime/plan/elements/json-value.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { componentId, withComponentAt } from './component-places.ts';

/** A form as its author wrote it, and what Form.io made of it when it was drawn. */
export interface Drawing {
  readonly written: FormDefinition;
  readonly drawn: FormDefinition;
}

/** Lists of other components: never put back as a whole. */
const lists: ReadonlySet<string> = new Set(['components', 'columns', 'rows']);

/**
 * The form on the canvas, with everything that nobody touched as it was written. Form.io leaves out what is a default
 * and writes settings of its own into components; neither is a change, and locks must not take it for one.
 */
export function asWritten(form: FormDefinition, { written, drawn }: Drawing): FormDefinition {
  const writtenNodes = byId(written);
  const drawnNodes = byId(drawn);
  const nodes = [...walkComponents(componentTree(form))].reverse();
  let result: FormDefinition = { ...form, ...outside(written, drawn, form) };
  for (const node of nodes) {
    const before = writtenNodes.get(componentId(node));
    const then = drawnNodes.get(componentId(node));
    if (!before || !then || before.component.type !== node.component.type) continue;
    const now = componentAt(result, node.definitionPath);
    result = withComponentAt(result, node.definitionPath, restored(now, before.component, then.component));
  }
  return result;
}

function byId(form: FormDefinition): ReadonlyMap<string, ComponentNode> {
  return new Map([...walkComponents(componentTree(form))].map((node) => [componentId(node), node]));
}

/** In the order of the author's text, then what is new. */
function restored(now: FormComponent, written: FormComponent, drawn: FormComponent): FormComponent {
  const result: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(written), ...Object.keys(now)])) {
    const isKept = !lists.has(name) && sameJson(now[name], drawn[name]);
    const value = isKept ? written[name] : now[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function outside(written: FormDefinition, drawn: FormDefinition, form: FormDefinition): object {
  return Object.fromEntries(
    Object.keys(written).flatMap((name) =>
      name !== 'components' && sameJson(form[name], drawn[name]) ? [[name, written[name]]] : [],
    ),
  );
}

function componentAt(form: FormDefinition, definitionPath: string): FormComponent {
  let value: unknown = form;
  for (const step of definitionPath.replace(/\[(\d+)\]/g, '.$1').split('.'))
    value = Array.isArray(value) ? value[Number(step)] : isPlainObject(value) ? value[step] : undefined;
  return isPlainObject(value) ? value : {};
}
