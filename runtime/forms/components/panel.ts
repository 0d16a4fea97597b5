import type { ComponentType } from '../component-type.ts';

/** A titled box. Its children stand beside it in the data. */
export const panel: ComponentType = { type: 'panel', kind: 'layout', childrenIn: 'components' };
