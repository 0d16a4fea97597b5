import { arrayOf, type FormComponent, isPlainObject, objectOf } from '@oneplan/runtime/forms/definition.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The options of a radio or drop-down component. */
export function optionsOf(component: FormComponent): readonly Option[] {
  const list =
    component.type === 'select'
      ? arrayOf(objectOf(component, 'data'), 'values')
      : arrayOf(component, 'values');
  return list.flatMap((one) =>
    isPlainObject(one) ? [{ value: String(one.value ?? ''), label: String(one.label ?? '') }] : [],
  );
}

/** The component with these options; everything else of it stays. */
export function withOptions(component: FormComponent, options: readonly Option[]): FormComponent {
  const values = options.map(({ value, label }) => ({ label, value }));
  return component.type === 'select'
    ? { ...component, dataSrc: 'values', data: { ...objectOf(component, 'data'), values } }
    : { ...component, values };
}

/**
 * Options from lines of text, one a line. An option whose text stays keeps its value, because records hold it; a new one
 * gets the next free number, never one that was used.
 */
export function optionsFromLines(text: string, before: readonly Option[]): readonly Option[] {
  const labels = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
  const numbers = before.map(({ value }) => Number(/^u(\d+)$/.exec(value)?.[1] ?? 0));
  let next = Math.max(0, ...numbers);
  return labels.map((label) => {
    const known = before.find((option) => option.label === label);
    if (known) return known;
    next += 1;
    return { value: `u${next}`, label };
  });
}
