/** A Form.io form: its components, any other property passes through. */
export interface FormDefinition {
  readonly display?: string;
  readonly components: readonly FormComponent[];
  readonly [property: string]: unknown;
}

export interface FormComponent {
  readonly type?: string;
  readonly key?: string;
  readonly [property: string]: unknown;
}

/** What the person may do with a component at this step, by the component's key path (`items.hours`). */
export type FieldPermission = 'hidden' | 'read' | 'write';
export type FormPermission = Readonly<Record<string, FieldPermission>>;

/** Component types that only lay others out: their keys are no part of a path. */
const layoutTypes = new Set([
  'panel',
  'fieldset',
  'well',
  'columns',
  'table',
  'tabs',
  'content',
  'htmlelement',
]);

/**
 * A copy of the definition as the page shows it: without buttons (the page has its own), without what the
 * permission hides, and with what it only lets read switched off. The server enforces the same on its own.
 */
export function renderable(definition: FormDefinition, permission: FormPermission = {}): FormDefinition {
  return {
    ...definition,
    display: definition.display === 'wizard' ? 'wizard' : 'form',
    // Form.io would send a submission to this address by itself.
    action: undefined,
    components: visible(definition.components, '', permission),
  };
}

function visible(
  components: readonly FormComponent[],
  path: string,
  permission: FormPermission,
): FormComponent[] {
  const result: FormComponent[] = [];
  for (const component of components) {
    if (component.type === 'button' || component.type === 'recaptcha') continue;
    const own = component.key === undefined ? path : path === '' ? component.key : `${path}.${component.key}`;
    const allowed = permission[own];
    if (allowed === 'hidden') continue;
    const inner = layoutTypes.has(component.type ?? '') ? path : own;
    result.push({
      ...withChildren(component, (children) => visible(children, inner, permission)),
      ...(allowed === 'read' ? { disabled: true } : {}),
    });
  }
  return result;
}

/** Applies `change` to each list of child components, wherever Form.io keeps them (components, columns, rows). */
function withChildren(
  component: FormComponent,
  change: (children: readonly FormComponent[]) => FormComponent[],
): FormComponent {
  const copy: Record<string, unknown> = { ...component };
  if (isComponents(component.components)) {
    // Tabs keep their pages as pseudo components without a type.
    copy.components = component.components.every(
      (child) => child.type === undefined && isComponents(child.components),
    )
      ? component.components.map((child) => withChildren(child, change))
      : change(component.components);
  }
  if (Array.isArray(component.columns)) {
    copy.columns = component.columns.map((column: FormComponent) => withChildren(column, change));
  }
  if (Array.isArray(component.rows)) {
    copy.rows = component.rows.map((row: unknown) =>
      Array.isArray(row) ? row.map((cell: FormComponent) => withChildren(cell, change)) : row,
    );
  }
  return copy;
}

function isComponents(value: unknown): value is readonly FormComponent[] {
  return Array.isArray(value);
}
