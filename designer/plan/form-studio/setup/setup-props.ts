import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';

export interface SetupProps {
  readonly component: FormComponent;
  readonly onChange: (component: FormComponent) => void;
}

/** A component with another value of a setting; undefined takes it out. */
export function withSetting(component: FormComponent, setting: string, value: unknown): FormComponent {
  const { [setting]: _, ...rest } = component;
  return value === undefined ? rest : { ...component, [setting]: value };
}
