/** A plain JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** One component of a Form.io form as its author stored it; anything may be missing or of the wrong type. */
export type FormComponent = Json;

/** A Form.io form: `display` is `form` or `wizard` (whose top-level panels are its pages). */
export interface FormDefinition extends Json {
  readonly components?: unknown;
  readonly display?: unknown;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object stored under `name`, or an empty one. */
export function objectOf(component: Json, name: string): Json {
  const value = component[name];
  return isPlainObject(value) ? value : {};
}

/** The array stored under `name`, or an empty one. */
export function arrayOf(component: Json, name: string): readonly unknown[] {
  const value = component[name];
  return Array.isArray(value) ? value : [];
}

/** The text stored under `name`, or `''`. */
export function textOf(component: Json, name: string): string {
  const value = component[name];
  return typeof value === 'string' ? value : '';
}

/** The number stored under `name` as number or as text; `undefined` where there is none. */
export function numberOf(component: Json, name: string): number | undefined {
  const value = component[name];
  const parsed = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof parsed === 'number' && !Number.isNaN(parsed) ? parsed : undefined;
}

/** The name under which a component's value stands: its key, or the shared name of a radio-like checkbox. */
export function dataKeyOf(component: FormComponent): string {
  if (component.type === 'checkbox' && component.inputType === 'radio' && textOf(component, 'name') !== '') {
    return textOf(component, 'name');
  }
  return textOf(component, 'key');
}

/** What a person calls the component: its label, else the placeholder, else the key. */
export function labelOf(component: FormComponent): string {
  for (const name of ['errorLabel', 'label', 'title', 'legend', 'placeholder', 'key']) {
    const text = textOf(component, name);
    if (text !== '') return text;
  }
  return '';
}
