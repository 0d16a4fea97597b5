import { type FormDefinition, isPlainObject, type Json } from '../../forms/definition.ts';
import type { childLists, PlanElement } from '../elements/element.ts';
import { optionPath } from '../elements/form-options.ts';
import { withValueAt } from '../elements/json-value.ts';

type Lists = ReturnType<typeof childLists>;

/** The definition that the components of a form were read from, or were merged to. */
export function writeForm(form: PlanElement, lists: Lists): FormDefinition {
  const { definition } = form.properties;
  const components = (lists.get(form.id)?.get('components') ?? []).map((it) => writeComponent(it, lists));
  return { ...(isPlainObject(definition) ? definition : {}), components };
}

function writeComponent(element: PlanElement, lists: Lists): Json {
  const slots = lists.get(element.id) ?? new Map<string, readonly PlanElement[]>();
  let component: Json = element.properties;
  for (const [slot, members] of slots) {
    const path = optionPath(slot);
    component = path
      ? withValueAt(
          component,
          path,
          members.map(({ properties }) => properties),
        )
      : withChildren(
          component,
          slot,
          members.map((it) => writeComponent(it, lists)),
        );
  }
  return component;
}

/** `components`, `columns[2].components` or `rows[0][1].components`; a column or cell that is gone is made again. */
function withChildren(component: Json, slot: string, children: readonly Json[]): Json {
  const [list = slot, ...places] = slot.split(/\.|\[|\]/).filter((step) => step !== '');
  if (places.length === 0) return { ...component, components: children };
  const indices = places.slice(0, -1).map(Number);
  return { ...component, [list]: withCell(component[list], indices, children) };
}

function withCell(value: unknown, [index, ...inner]: readonly number[], children: readonly Json[]): unknown {
  if (index === undefined) return { ...(isPlainObject(value) ? value : {}), components: children };
  const items: unknown[] = Array.isArray(value) ? [...value] : [];
  while (items.length <= index) items.push(inner.length > 0 ? [] : { components: [] });
  items[index] = withCell(items[index], inner, children);
  return items;
}
