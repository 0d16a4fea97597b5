import type { CompiledDecisions } from '../../decisions/compile-decisions.ts';
import type { DecisionRead } from '../../decisions/decision-reads.ts';
import type { FormDefinition } from '../../forms/definition.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import type { PlanReport } from '../finding.ts';
import type { PlanComponent } from '../form-components.ts';
import type { PlanManifest } from '../manifest.ts';

export interface FormUnderCheck {
  readonly file: string;
  readonly definition: FormDefinition;
  readonly components: ReadonlyMap<string, PlanComponent>;
}

export interface ProcessUnderCheck {
  readonly file: string;
  readonly xml: string;
  readonly graph: ProcessGraph;
}

export interface DecisionUnderCheck {
  readonly file: string;
  readonly xml: string;
  /** every decision of the file: the listed one and those that it requires */
  readonly keys: readonly string[];
  readonly compiled: CompiledDecisions['decisions'];
  /** what its tables and expressions read from outside the file */
  readonly reads: readonly DecisionRead[];
}

/** What could be read of a plan. A form or process that is not in the maps has its finding already. */
export interface PlanUnderCheck {
  readonly manifest: PlanManifest;
  readonly forms: ReadonlyMap<string, FormUnderCheck>;
  readonly processes: ReadonlyMap<string, ProcessUnderCheck>;
  readonly decisions: ReadonlyMap<string, DecisionUnderCheck>;
}

/** One rule (or a few that belong together) about how the pieces of a plan fit. Reports and changes nothing. */
export type PlanCheck = (plan: PlanUnderCheck, report: PlanReport) => void;
