import type { ComponentNode } from '../component-tree.ts';
import type { ReferenceIndex } from '../conditions/reference.ts';
import type { Finding } from './finding.ts';

/** What a check of one component is given. */
export interface CheckContext {
  readonly node: ComponentNode;
  readonly references: ReferenceIndex;
  /** Reports a finding at a place inside the component: `''` is the component itself, `validate.custom` a setting. */
  report(rule: string, at: string, message: string, params?: Finding['params']): void;
}

/** One check of one component. One file and one line in the registry each. */
export type ComponentCheck = (context: CheckContext) => void;
