import type { ComponentType } from '../component-type.ts';

/** A group with a legend. Its children stand beside it in the data. */
export const fieldset: ComponentType = { type: 'fieldset', kind: 'layout', childrenIn: 'components' };
