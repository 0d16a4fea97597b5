import type { ComponentType } from '../component-type.ts';
import { expectMaskableText, normaliseMaskableText } from './masked-text.ts';

/** A telephone number as text. */
export const phoneNumber: ComponentType = {
  type: 'phoneNumber',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: expectMaskableText,
  normalise: normaliseMaskableText,
};
