import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanProcess } from '@oneplan/runtime/plan/manifest.ts';
import type { PublishedBundle } from '../published-bundle.ts';

/** The record that an instance carries. */
export interface RecordRef {
  readonly id: string;
  readonly formKey: string;
  readonly title: string;
  readonly revision: number;
}

/** Where the pupil that an instance is about stands in the organisation: today, or at last. */
export interface SubjectPlace {
  readonly studentId: string;
  readonly classId: string;
  readonly schoolId: string;
  /** Ids of the units from the root to the class, `/…/`. */
  readonly path: string;
}

/** The org unit that an instance is about. */
export interface UnitPlace {
  readonly id: string;
  /** Ids of the units from the root to it, `/…/`. */
  readonly path: string;
}

/** What the rows of an instance are about. */
export interface InstanceScope {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly processKey: string;
  /** Org unit of the layer that published the definition; '' is none. */
  readonly tenantId: string;
  readonly businessKey: string | null;
  /** `none`: started by a client of the engine, about nobody. */
  readonly subjectKind: string;
  readonly bundle: PublishedBundle;
  /** Null: about nobody, or about a pupil who was never enrolled. */
  readonly place: SubjectPlace | null;
  /** The org unit that it is about; absent: about a pupil, or about nobody. */
  readonly unit?: UnitPlace | null;
  readonly record: RecordRef | null;
  readonly startedBy: string | null;
  readonly actorId: string | null;
  readonly suspended: boolean;
}

/** Graph of the instance's process, or of the called one. */
export function graphIn(scope: InstanceScope, process: string | undefined): ProcessGraph | undefined {
  return scope.bundle.processes.get(process ?? scope.processKey)?.graph;
}

/** What the plan says about the process; nothing for one that was deployed without a plan. */
export function plannedIn(scope: InstanceScope, process: string | undefined): PlanProcess | undefined {
  const key = process ?? scope.processKey;
  return scope.bundle.manifest.processes.find((planned) => planned.key === key);
}
