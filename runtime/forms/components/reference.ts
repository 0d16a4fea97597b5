import { type PickerType, pickerTypes } from '../../contracts/pickers.ts';
import type { ComponentType } from '../component-type.ts';
import { type FormComponent, isPlainObject, textOf } from '../definition.ts';

/** Somebody or some place of the organisation as a submission holds it: found by `id`, read as `name` for ever. */
export interface ChosenReference {
  readonly id: string;
  readonly name: string;
}

const longestName = 100;

/** The picker that a component is; undefined for every other component. */
export function pickerOf(component: FormComponent): PickerType | undefined {
  return pickerTypes.find((type) => type === textOf(component, 'type'));
}

export function isReference(value: unknown): value is ChosenReference {
  return (
    isPlainObject(value) &&
    typeof value.id === 'string' &&
    value.id !== '' &&
    value.id.length <= longestName &&
    typeof value.name === 'string' &&
    value.name.length <= longestName
  );
}

const plain = (value: unknown): unknown =>
  isReference(value) ? { id: value.id, name: value.name } : undefined;

/** A choice from the organisation. Whether it may be chosen is not known here: the server looks it up. */
const picker = (type: PickerType): ComponentType => ({
  type,
  kind: 'value',
  expects: () => ({ name: 'choice', accepts: isReference }),
  normalise: (component) => (value) =>
    component.multiple === true && Array.isArray(value)
      ? value.map(plain).filter((one) => one !== undefined)
      : plain(value),
});

export const pickers: readonly ComponentType[] = pickerTypes.map(picker);
