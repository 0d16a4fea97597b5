import type { ComponentType } from '../component-type.ts';

/** Rows of the same fields, edited in place. */
export const datagrid: ComponentType = {
  type: 'datagrid',
  kind: 'grid',
  childrenIn: 'components',
  opaqueToRequired: true,
};
