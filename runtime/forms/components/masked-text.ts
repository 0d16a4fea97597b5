import type { Expectation } from '../component-type.ts';
import { arrayOf, type FormComponent, isPlainObject, textOf } from '../definition.ts';
import * as expectations from '../expectations.ts';

/** A text component that offers several masks stores `{ value, maskName }` instead of the text. */
export function hasSeveralMasks(component: FormComponent): boolean {
  return component.allowMultipleMasks === true && arrayOf(component, 'inputMasks').length > 0;
}

const maskedText: Expectation = {
  name: 'text',
  accepts: (value) =>
    typeof value === 'string' ||
    (isPlainObject(value) &&
      (value.value === undefined || value.value === null || typeof value.value === 'string') &&
      (value.maskName === undefined || typeof value.maskName === 'string')),
};

export function expectMaskableText(component: FormComponent): Expectation {
  return hasSeveralMasks(component) ? maskedText : expectations.text;
}

/** Joins runs of white space where asked for, and names the mask where there are several. */
export function normaliseMaskableText(component: FormComponent): ((value: unknown) => unknown) | undefined {
  const squeeze = component.truncateMultipleSpaces === true;
  const masks = hasSeveralMasks(component);
  if (!squeeze && !masks) return undefined;
  const [first] = arrayOf(component, 'inputMasks');
  const maskName = isPlainObject(first) ? textOf(first, 'label') : '';
  const withMask = (value: unknown): unknown =>
    isPlainObject(value) || value === undefined || value === null ? value : { value, maskName };
  return (value) => {
    const squeezed = squeeze && typeof value === 'string' ? squeezeSpaces(value) : value;
    if (!masks) return squeezed;
    return Array.isArray(squeezed) ? squeezed.map(withMask) : withMask(squeezed);
  };
}

export function squeezeSpaces(value: string): string {
  return value.trim().replace(/\s{2,}/g, ' ');
}
