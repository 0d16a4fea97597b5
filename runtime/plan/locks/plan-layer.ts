import type { ProcessGraph } from '../../model/process-graph.ts';
import type { PlanTree } from '../elements/element.ts';

/** A plan as locks are checked on it. */
export interface PlanUnderLocks {
  /** The whole plan as it is for this layer: layers store whole artefacts, not edits. */
  readonly tree: PlanTree;
  /** Executable processes by key; one that cannot be compiled is left out. */
  readonly graphs: ReadonlyMap<string, ProcessGraph>;
}

/** One authority's plan in a stack of layers, the uppermost first: city, district, school. */
export interface PlanLayer extends PlanUnderLocks {
  /** Whose plan it is, as people call it: 深圳市. */
  readonly authority: string;
  /** Published version; undefined for a draft. */
  readonly version: number | undefined;
}
