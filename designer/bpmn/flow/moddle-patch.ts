import {
  childOf,
  childrenOf,
  extensionsOf,
  type ModdleElement,
  textOf,
} from '@oneplan/runtime/model/moddle-element.ts';

/** Makes an element that stands nowhere yet. */
export type CreateModdle = (type: string, properties: Readonly<Record<string, unknown>>) => ModdleElement;

/** Properties to set on an element; undefined takes one out. What is not named stays. */
export type ModdlePatch = Readonly<Record<string, unknown>>;

export function expressionOf(element: ModdleElement, property: string): string | undefined {
  const expression = childOf(element, property);
  return expression && textOf(expression, 'body');
}

export const writtenExpression = (create: CreateModdle, body: string): ModdleElement =>
  create('bpmn:FormalExpression', { body });

/** The value of a `camunda:property`. */
export function camundaProperty(element: ModdleElement, name: string): string | undefined {
  const found = propertiesOf(element).find((it) => textOf(it, 'name') === name);
  return found && textOf(found, 'value');
}

/** Sets `camunda:property` entries, undefined taking one out; every other extension stays. */
export function withCamundaProperties(
  element: ModdleElement,
  create: CreateModdle,
  values: Readonly<Record<string, string | undefined>>,
): ModdlePatch {
  const kept = propertiesOf(element).filter((it) => !Object.hasOwn(values, textOf(it, 'name') ?? ''));
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [create('camunda:Property', { name, value })],
  );
  return withExtension(element, create, 'camunda:Properties', 'values', [...kept, ...given]);
}

/** The value of an input that is one text; undefined for none. */
export function inputOf(element: ModdleElement, name: string): string | undefined {
  const found = inputsOf(element).find((it) => textOf(it, 'name') === name);
  return found && textOf(found, 'value');
}

/** Sets inputs, undefined taking one out; other inputs, outputs and extensions stay. */
export function withInputs(
  element: ModdleElement,
  create: CreateModdle,
  values: Readonly<Record<string, string | undefined>>,
): ModdlePatch {
  const kept = inputsOf(element).filter((it) => !Object.hasOwn(values, textOf(it, 'name') ?? ''));
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [create('camunda:InputParameter', { name, value })],
  );
  return withExtension(element, create, 'camunda:InputOutput', 'inputParameters', [...kept, ...given]);
}

/** Sets outputs, undefined taking one out; inputs, other outputs and extensions stay. */
export function withOutputs(
  element: ModdleElement,
  create: CreateModdle,
  values: Readonly<Record<string, string | undefined>>,
): ModdlePatch {
  const container = extensionOf(element, 'camunda:InputOutput');
  const before = container ? childrenOf(container, 'outputParameters') : [];
  const kept = before.filter((it) => !Object.hasOwn(values, textOf(it, 'name') ?? ''));
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [create('camunda:OutputParameter', { name, value })],
  );
  return withExtension(element, create, 'camunda:InputOutput', 'outputParameters', [...kept, ...given]);
}

const extensionOf = (element: ModdleElement, type: string) =>
  extensionsOf(element).find(({ $type }) => $type === type);

function propertiesOf(element: ModdleElement): readonly ModdleElement[] {
  const container = extensionOf(element, 'camunda:Properties');
  return container ? childrenOf(container, 'values') : [];
}

function inputsOf(element: ModdleElement): readonly ModdleElement[] {
  const container = extensionOf(element, 'camunda:InputOutput');
  return container ? childrenOf(container, 'inputParameters') : [];
}

/** The extension elements with one list of one of them replaced; an extension that holds nothing is left out. */
function withExtension(
  element: ModdleElement,
  create: CreateModdle,
  type: string,
  list: string,
  members: readonly ModdleElement[],
): ModdlePatch {
  const before = extensionOf(element, type);
  const besides = list === 'inputParameters' ? 'outputParameters' : 'inputParameters';
  const mapped = before && type === 'camunda:InputOutput' ? childrenOf(before, besides) : [];
  const isHeld = members.length > 0 || mapped.length > 0;
  const after = isHeld
    ? [
        adopting(create(type, { [list]: [...members], ...(mapped.length > 0 && { [besides]: mapped }) }), [
          ...members,
          ...mapped,
        ]),
      ]
    : [];
  const others = extensionsOf(element);
  const at = before ? others.indexOf(before) : others.length;
  const values = [...others.slice(0, at), ...after, ...others.slice(at + 1)];
  if (values.length === 0) return { extensionElements: undefined };
  return { extensionElements: adopting(create('bpmn:ExtensionElements', { values }), values) };
}

function adopting(parent: ModdleElement, children: readonly ModdleElement[]): ModdleElement {
  for (const child of children) child.$parent = parent;
  return parent;
}
