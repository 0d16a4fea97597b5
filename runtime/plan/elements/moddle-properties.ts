import type { Json } from '../../forms/definition.ts';
import { childrenOf, idOf, type ModdleElement, textOf, typeName } from '../../model/moddle-element.ts';

/** What is an element of its own, or follows from the sequence flows. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'id',
  'flowElements',
  'artifacts',
  'incoming',
  'outgoing',
  'lanes',
  'boundaryEventRefs',
]);

/**
 * What a BPMN element says, as plain JSON under the names of BPMN and Camunda 7. An expression is its text, a
 * reference the id that it leads to; input and output parameters, camunda:properties and event definitions stand
 * under their own names (`inputs.notice`, `properties.calendar`, `timer.timeDuration`), so that each has a lock.
 */
export function moddleProperties(element: ModdleElement): Json {
  const properties: Record<string, unknown> = {};
  for (const { name, value, isReference } of ownProperties(element)) {
    if (name === 'extensionElements') Object.assign(properties, extensions(element));
    else if (name === 'documentation') properties.documentation = documentation(element);
    else if (name === 'eventDefinitions') Object.assign(properties, eventDefinitions(element));
    else properties[name] = isReference ? references(value) : plain(value);
  }
  return properties;
}

interface OwnProperty {
  readonly name: string;
  readonly value: unknown;
  readonly isReference: boolean;
}

/** The properties that a file gives an element: not the defaults, not what parser and standard derive. */
export function ownProperties(element: ModdleElement): OwnProperty[] {
  return element.$descriptor.properties.flatMap(({ ns, isReference, isVirtual }) => {
    const name = ns.localName;
    if (isVirtual === true || LEFT_OUT.has(name) || !Object.hasOwn(element, name)) return [];
    const value = element.get(ns.prefix === 'bpmn' ? name : `${ns.prefix}:${name}`);
    // Editors leave empty lists behind, which no file has.
    const isAbsent = value === undefined || (Array.isArray(value) && value.length === 0);
    return isAbsent ? [] : [{ name, value, isReference: isReference === true }];
  });
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isElement(value)) return value;
  const { type, ...rest }: Record<string, unknown> = { type: typeName(value), ...moddleProperties(value) };
  const isText = 'body' in rest && Object.keys(rest).length === 1;
  return isText ? rest.body : { type, ...rest };
}

function references(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(references);
  return isElement(value) ? idOf(value) : value;
}

function documentation(element: ModdleElement): string {
  return childrenOf(element, 'documentation')
    .map((it) => textOf(it, 'text') ?? '')
    .join('\n');
}

/** A single event definition stands under its name without the ending: `timer`, `message`, `terminate`. */
function eventDefinitions(element: ModdleElement): Json {
  const definitions = childrenOf(element, 'eventDefinitions');
  const [only, ...others] = definitions;
  if (only === undefined || others.length > 0) return { eventDefinitions: plain(definitions) };
  return { [typeName(only).replace(/EventDefinition$/, '')]: moddleProperties(only) };
}

function extensions(element: ModdleElement): Json {
  const container = element.get('extensionElements');
  const found: Record<string, unknown> = {};
  const others: unknown[] = [];
  for (const extension of isElement(container) ? childrenOf(container, 'values') : []) {
    if (extension.$type === 'camunda:InputOutput') {
      Object.assign(found, {
        inputs: named(extension, 'inputParameters'),
        outputs: named(extension, 'outputParameters'),
      });
    } else if (extension.$type === 'camunda:Properties')
      found.properties = Object.fromEntries(
        childrenOf(extension, 'values').map((it) => [textOf(it, 'name') ?? '', textOf(it, 'value') ?? '']),
      );
    else if (extension.$type.startsWith('camunda:')) others.push(plain(extension));
  }
  return others.length > 0 ? { ...found, extensions: others } : found;
}

function named(element: ModdleElement, list: string): Json {
  return Object.fromEntries(
    childrenOf(element, list).map((it) => {
      const definition = it.get('definition');
      return [
        textOf(it, 'name') ?? '',
        definition === undefined ? (textOf(it, 'value') ?? '') : plain(definition),
      ];
    }),
  );
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
