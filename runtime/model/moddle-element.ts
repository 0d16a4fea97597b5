import type { ModdleElement } from 'bpmn-moddle';

export type { ModdleElement } from 'bpmn-moddle';

/** Typed access to what bpmn-moddle has read; an attribute that is absent or empty is undefined. */
export function textOf(element: ModdleElement, name: string): string | undefined {
  const value = element.get(name);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function flagOf(element: ModdleElement, name: string): boolean {
  return element.get(name) === true;
}

export function childOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

export function childrenOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The members of <extensionElements>. */
export function extensionsOf(element: ModdleElement): readonly ModdleElement[] {
  const container = childOf(element, 'extensionElements');
  return container === undefined ? [] : childrenOf(container, 'values');
}

export function idOf(element: ModdleElement): string {
  return textOf(element, 'id') ?? '';
}

/** The id of an element or of the nearest one around it that has one. */
export function owningId(element: ModdleElement): string {
  for (let at: ModdleElement | undefined = element; at !== undefined; at = at.$parent)
    if (textOf(at, 'id') !== undefined) return idOf(at);
  return '';
}

/** The type without its prefix, as a person would call it: bpmn:UserTask is userTask. */
export function typeName(element: ModdleElement): string {
  const name = element.$type.slice(element.$type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
