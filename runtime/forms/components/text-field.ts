import type { ComponentType } from '../component-type.ts';
import { expectMaskableText, normaliseMaskableText } from './masked-text.ts';

/** One line of text. A list is refused unless `multiple` is set. */
export const textField: ComponentType = {
  type: 'textfield',
  kind: 'value',
  multiplicity: () => ({ listIsValue: false }),
  expects: expectMaskableText,
  normalise: normaliseMaskableText,
};
