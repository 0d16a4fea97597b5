import { arrayOf, type FormComponent, isPlainObject, objectOf, textOf } from './definition.ts';

/** The values that a component offers; `undefined` where it offers none that are known here. */
export function optionsOf(component: FormComponent): readonly unknown[] | undefined {
  switch (component.type) {
    case 'radio':
    case 'selectboxes':
      return Array.isArray(component.values) ? valuesOf(component.values) : undefined;
    case 'select':
      return selectOptions(component);
    default:
      return undefined;
  }
}

const valuesOf = (entries: readonly unknown[]): readonly unknown[] =>
  entries.map((entry) => (isPlainObject(entry) ? entry.value : entry));

function selectOptions(component: FormComponent): readonly unknown[] {
  const data = objectOf(component, 'data');
  if (component.dataSrc !== 'json') return valuesOf(arrayOf(data, 'values'));
  const property = textOf(component, 'valueProperty');
  return itemsOf(data.json).map((item) => (property !== '' && isPlainObject(item) ? item[property] : item));
}

/** The items of a JSON data source, which authors may store as a list or as its text. */
export function itemsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'string') return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
