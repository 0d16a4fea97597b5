import type { ComponentType } from '../component-type.ts';

/** Formatted text; stores nothing. */
export const content: ComponentType = { type: 'content', kind: 'content' };
