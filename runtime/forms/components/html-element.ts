import type { ComponentType } from '../component-type.ts';

/** One HTML element; stores nothing. */
export const htmlElement: ComponentType = { type: 'htmlelement', kind: 'content' };
