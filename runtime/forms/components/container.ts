import type { ComponentType } from '../component-type.ts';

/** An object that holds its children's values. */
export const container: ComponentType = { type: 'container', kind: 'container', childrenIn: 'components' };
