import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';

/** An option of a choice. `mapsTo`: the option of the same choice as which it counts; absent: as itself. */
export interface ListedOption {
  readonly value: string;
  readonly label: string;
  readonly mapsTo?: string;
}

const choices: ReadonlySet<string> = new Set(['radio', 'selectboxes', 'select']);

/** The options of a choice whose options stand in the form; undefined for every other component. */
export function optionList(component: FormComponent): readonly ListedOption[] | undefined {
  if (!choices.has(String(component.type))) return undefined;
  const list = component.type === 'select' ? valuesIn(component.data) : component.values;
  return Array.isArray(list) ? (list as readonly ListedOption[]) : [];
}

const valuesIn = (data: unknown) => (data as { readonly values?: unknown } | undefined)?.values;

export function withOptionList(component: FormComponent, options: readonly ListedOption[]): FormComponent {
  if (component.type !== 'select') return { ...component, values: [...options] };
  return { ...component, data: { ...(component.data as object | undefined), values: [...options] } };
}

/** A value that no option of the list has: nobody has to think of one. */
export function freeOptionValue(options: readonly ListedOption[]): string {
  const taken = new Set(options.map(({ value }) => value));
  let number = options.length + 1;
  while (taken.has(`option-${number}`)) number += 1;
  return `option-${number}`;
}

/** Counting as another option, or as itself. */
export function countedAs(option: ListedOption, mapsTo: string | undefined): ListedOption {
  const { mapsTo: _, ...own } = option;
  return mapsTo === undefined ? own : { ...own, mapsTo };
}
