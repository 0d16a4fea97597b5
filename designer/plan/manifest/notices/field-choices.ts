import type { PlanComponent } from '@oneplan/runtime/plan/form-components.ts';
import type { EntryOf } from '../editing/entry-lists.ts';
import type { FormsUnderCheck } from '../editing/use-forms-under-check.ts';

type Fields = EntryOf['notices']['fields'];

/** A component of a form that a notice can show or not. */
export interface FieldChoice {
  readonly path: string;
  readonly label: string;
  /** Undefined while the form is on its way, or when it has no such component. */
  readonly component: PlanComponent | undefined;
  readonly shown: boolean;
}

/** All components of the forms of a notice: in the order of the form, and what is shown though the form has it not. */
export function fieldChoices(
  fields: Fields,
  forms: FormsUnderCheck,
): readonly { readonly form: string; readonly components: readonly FieldChoice[] }[] {
  return fields.map(({ form, components: shown }) => {
    const known = forms.get(form)?.components ?? new Map<string, PlanComponent>();
    const missing = shown.filter((path) => !known.has(path));
    return {
      form,
      components: [
        ...[...known.values()].map((component) => ({
          path: component.path,
          label: component.label,
          component,
          shown: shown.includes(component.path),
        })),
        ...missing.map((path) => ({ path, label: path, component: undefined, shown: true })),
      ],
    };
  });
}

/** The lists with a component shown or not; the last one of a form stays, since a form is shown with something. */
export function withShown(fields: Fields, form: string, path: string, shown: boolean): Fields {
  return fields.map((entry) => {
    if (entry.form !== form) return entry;
    const others = entry.components.filter((it) => it !== path);
    if (!shown && others.length === 0) return entry;
    return { ...entry, components: shown ? [...others, path] : others };
  });
}
