import { hasSeveralMasks } from '../components/masked-text.ts';
import { arrayOf, isPlainObject, textOf } from '../definition.ts';
import { compileMask, compileTypedMask, type FitsMask } from '../input-mask.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/** The text must fill the input mask; where there are several, the one whose name is stored with the text. */
export const mask: Rule = {
  name: 'mask',
  compile(component) {
    if (component.type === 'time' || isSkipped(component)) return undefined;
    if (hasSeveralMasks(component)) return severalMasks(arrayOf(component, 'inputMasks'));
    const source = textOf(component, 'inputMask');
    if (source === '') return undefined;
    const fits = component.type === 'textfield' ? compileTypedMask(source) : compileMask(source);
    return (value) => (typeof value === 'string' && value !== '' && !fits(value) ? NO_PARAMS : undefined);
  },
};

const isSkipped = (component: Readonly<Record<string, unknown>>): boolean =>
  isPlainObject(component.validate) && Boolean(component.validate.skipMaskValidation);

function severalMasks(inputMasks: readonly unknown[]): ReturnType<Rule['compile']> {
  const masks = new Map<string, FitsMask>();
  for (const entry of inputMasks) {
    if (!isPlainObject(entry)) continue;
    const label = textOf(entry, 'label');
    if (!masks.has(label)) masks.set(label, compileMask(textOf(entry, 'mask')));
  }
  return (value) => {
    if (!isPlainObject(value) || typeof value.value !== 'string' || value.value === '') return undefined;
    const fits = typeof value.maskName === 'string' ? masks.get(value.maskName) : undefined;
    return fits === undefined || fits(value.value) ? undefined : NO_PARAMS;
  };
}
