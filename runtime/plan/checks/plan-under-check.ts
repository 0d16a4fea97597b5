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

/** What could be read of a plan. A form or process that is not in the maps has its finding already. */
export interface PlanUnderCheck {
  readonly manifest: PlanManifest;
  readonly forms: ReadonlyMap<string, FormUnderCheck>;
  readonly processes: ReadonlyMap<string, ProcessUnderCheck>;
}

/** One rule (or a few that belong together) about how the pieces of a plan fit. Reports and changes nothing. */
export type PlanCheck = (plan: PlanUnderCheck, report: PlanReport) => void;
