import type { ComponentType } from '../component-type.ts';

/** Children behind tabs. They stand beside it in the data. */
export const tabs: ComponentType = { type: 'tabs', kind: 'layout', childrenIn: 'tabs' };
