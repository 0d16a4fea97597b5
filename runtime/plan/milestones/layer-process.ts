import type { ProcessGraph } from '../../model/process-graph.ts';

/** One layer's version of a process, with what the rest of its plan says about it. */
export interface LayerProcess {
  readonly graph: ProcessGraph;
  /** values of the variables that are parameters of the plan */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** variables that the forms of user tasks fill, by user task */
  readonly stepVariables?: ReadonlyMap<string, readonly string[]>;
  /** other processes of the plan, by key */
  readonly called?: (key: string) => ProcessGraph | undefined;
}
