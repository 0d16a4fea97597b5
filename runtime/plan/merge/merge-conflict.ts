import type { ElementKind } from '../elements/element.ts';

/** The published version of the layer above, or the layer's own. */
export type Side = 'theirs' | 'mine';

/**
 * Something that both sides changed, each in its own way. Nothing is lost: both values are here, the merged plan has
 * the one that was chosen, and a merge with other choices gives the other.
 */
export interface MergeConflict {
  /** what choices are made by: the element, with `@<property>` where the conflict is about one */
  readonly id: string;
  readonly element: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly reason:
    | 'both-changed'
    | 'both-moved'
    /** the layer above removed what the layer has changed or added to */
    | 'removed-above'
    /** the layer removed what the layer above has changed or added to */
    | 'removed-here'
    /** both changed the course of a flow, or a decision, in ways that do not fit together: one file is taken whole */
    | 'process'
    /** the layer above no longer allows what the layer has */
    | 'locked';
  readonly property: string | undefined;
  /** undefined: not there */
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly chosen: Side;
}

/** Decisions by the id of the conflict; what is not decided stays the layer's own. */
export type Choices = ReadonlyMap<string, Side>;
