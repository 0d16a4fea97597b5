import type { ComponentType } from '../component-type.ts';

/** A shaded box. Its children stand beside it in the data. */
export const well: ComponentType = { type: 'well', kind: 'layout', childrenIn: 'components' };
