import type { ComponentType } from '../component-type.ts';

/** Rows of the same fields, edited one at a time. */
export const editgrid: ComponentType = {
  type: 'editgrid',
  kind: 'grid',
  childrenIn: 'components',
  opaqueToRequired: true,
};
