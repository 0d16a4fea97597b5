import { pickerTypes } from '@oneplan/runtime/contracts/pickers.ts';
import { type FormComponent, objectOf, textOf } from '@oneplan/runtime/forms/definition.ts';

/** The components of our own palette; some are Form.io's with a name of ours (`properties.palette`). */
export const paletteKinds = [
  'pupil',
  'schoolClass',
  'orgUnit',
  'term',
  'indicator',
  'resourceUnit',
  'person',
  'evidence',
  'signature',
  'rating',
  'hours',
] as const;
export type PaletteKind = (typeof paletteKinds)[number];

/** Which of our own components one is; every upload is evidence. Undefined for Form.io's plain ones. */
export function paletteKindOf(component: FormComponent): PaletteKind | undefined {
  const type = textOf(component, 'type');
  const picker = pickerTypes.find((it) => it === type);
  if (picker) return picker;
  if (type === 'file') return 'evidence';
  if (type === 'signature') return 'signature';
  const named = textOf(objectOf(component, 'properties'), 'palette');
  const kinds: Readonly<Record<string, readonly PaletteKind[]>> = {
    select: ['term', 'indicator', 'resourceUnit'],
    radio: ['rating'],
    number: ['hours'],
  };
  return kinds[type]?.find((kind) => kind === named);
}
