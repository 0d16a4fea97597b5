import type { ComponentType } from '../component-type.ts';

/** Children side by side. They stand beside it in the data. */
export const columns: ComponentType = { type: 'columns', kind: 'layout', childrenIn: 'columns' };
