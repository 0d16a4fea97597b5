import { isPlainObject, type Json } from '../../forms/definition.ts';
import { type PropertyPath, valueAt } from './json-value.ts';

/** The property of an option that tells it from the others; what is stored when it is chosen. */
export const optionProperty = 'value';

interface OptionSlot {
  readonly slot: string;
  readonly path: PropertyPath;
  /** Keeps a value and a question of the same name apart. */
  readonly prefix: string;
}

/** Where components list what can be chosen. */
const optionSlots: readonly OptionSlot[] = [
  { slot: 'values', path: ['values'], prefix: '' },
  { slot: 'data.values', path: ['data', 'values'], prefix: '' },
  { slot: 'questions', path: ['questions'], prefix: 'questions.' },
];

export interface OptionList extends OptionSlot {
  readonly options: readonly Json[];
}

/** The lists of options of a component; a list whose options cannot be told apart stays a property. */
export function optionLists(component: Json): OptionList[] {
  return optionSlots.flatMap((it) => {
    const options = valueAt(component, it.path);
    return isOptions(options) ? [{ ...it, options }] : [];
  });
}

/** Where the options of a list stand in their component; undefined: it is a list of components. */
export function optionPath(slot: string): PropertyPath | undefined {
  return optionSlots.find((it) => it.slot === slot)?.path;
}

function isOptions(list: unknown): list is readonly Json[] {
  if (!Array.isArray(list) || list.length === 0) return false;
  const values = list.map((item) => (isPlainObject(item) ? item[optionProperty] : undefined));
  return (
    values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)) &&
    new Set(values.map(String)).size === values.length
  );
}
