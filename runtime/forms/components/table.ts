import type { ComponentType } from '../component-type.ts';

/** Children in the cells of a table. They stand beside it in the data. */
export const table: ComponentType = { type: 'table', kind: 'layout', childrenIn: 'rows' };
