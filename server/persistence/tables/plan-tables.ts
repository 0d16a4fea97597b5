import type { ArtefactKind } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Sequelize } from 'sequelize';
import { Table } from '../table.ts';

export interface PlanRow {
  id: string;
  planKey: string;
  name: string;
  stage: string;
  orgUnitId: string;
}
export interface LayerRow {
  id: string;
  planId: string;
  orgUnitId: string;
  extendsBundleId: string | null;
  createdAt: number;
  /** The draft that was last found to be without faults; absent: none yet. */
  checkedFingerprint?: string | null;
}
/** A draft that was submitted to the authority above (备案). */
export interface FilingRow {
  id: string;
  layerId: string;
  extendsBundleId: string;
  fingerprint: string;
  content: string;
  cohorts: string;
  note: string;
  state: 'filed' | 'returned' | 'accepted' | 'withdrawn' | 'lapsed' | 'published';
  instanceId: string;
  submittedAt: number;
  submittedBy: string;
  decidedAt: number | null;
  decidedBy: string | null;
  reason: string | null;
  comments: string | null;
  filingNumber: string | null;
  effectiveOn: string | null;
  bundleId: string | null;
}
export interface LayerPresenceRow {
  layerId: string;
  userId: string;
  place: string | null;
  since: number;
  seenAt: number;
}
export interface ArtefactRow {
  layerId: string;
  kind: ArtefactKind;
  artefactKey: string;
  name: string;
  content: string;
  revision: number;
  updatedAt: number;
  updatedBy: string | null;
}
export interface BundleRow {
  id: string;
  planId: string;
  layerId: string;
  version: number;
  stage: string;
  fingerprint: string;
  note: string;
  publishedAt: number;
  publishedBy: string;
  /** `deployment`: processes and decisions alone, of no plan; plan and layer are then the bundle itself. */
  kind: 'plan' | 'deployment';
  name: string | null;
  source: string | null;
  tenantId: string;
  /** What the layer extended when it published this version; null, or absent, at the top. */
  extendsBundleId?: string | null;
}
export interface BundleBindingRow {
  id: string;
  bundleId: string;
  orgUnitId: string;
  stage: string;
  entryCohort: number;
  boundAt: number;
  supersededAt: number | null;
  /** Absent, or null, unless the version was withdrawn before it began. */
  withdrawnAt?: number | null;
}
export interface BundleManifestRow {
  bundleId: string;
  content: string;
  /** Recorded runs by key, JSON; null, or absent, where there are none. */
  scenarios?: string | null;
}
export interface FormRow {
  bundleId: string;
  formKey: string;
  name: string;
  definition: string;
}
export interface ProcessDefinitionRow {
  id: string;
  bundleId: string;
  processKey: string;
  version: number;
  name: string;
  xml: string;
  graph: string;
  suspended: boolean;
  tenantId: string;
  versionTag: string | null;
  resourceName: string | null;
}
export interface DecisionDefinitionRow {
  id: string;
  bundleId: string;
  decisionKey: string;
  version: number;
  name: string;
  xml: string;
}

/** Plans, the drafts of their layers, and what was published or deployed. */
export function planTables(s: Sequelize) {
  return {
    plans: new Table<PlanRow>(s, 'plan', {
      id: 'key',
      planKey: 'text',
      name: 'text',
      stage: 'text',
      orgUnitId: 'id',
    }),
    layers: new Table<LayerRow>(s, 'plan_layer', {
      id: 'key',
      planId: 'id',
      orgUnitId: 'id',
      extendsBundleId: 'id',
      createdAt: 'instant',
      checkedFingerprint: 'text',
    }),
    filings: new Table<FilingRow>(s, 'filing', {
      id: 'key',
      layerId: 'id',
      extendsBundleId: 'id',
      fingerprint: 'text',
      content: 'long',
      cohorts: 'text',
      note: 'text',
      state: 'text',
      instanceId: 'id',
      submittedAt: 'instant',
      submittedBy: 'id',
      decidedAt: 'instant',
      decidedBy: 'id',
      reason: 'text',
      comments: 'long',
      filingNumber: 'text',
      effectiveOn: 'date',
      bundleId: 'id',
    }),
    layerPresences: new Table<LayerPresenceRow>(s, 'layer_presence', {
      layerId: 'id',
      userId: 'id',
      place: 'text',
      since: 'instant',
      seenAt: 'instant',
    }),
    artefacts: new Table<ArtefactRow>(s, 'artefact', {
      layerId: 'id',
      kind: 'text',
      artefactKey: 'text',
      name: 'text',
      content: 'long',
      revision: 'integer',
      updatedAt: 'instant',
      updatedBy: 'id',
    }),
    bundles: new Table<BundleRow>(s, 'bundle', {
      id: 'key',
      planId: 'id',
      layerId: 'id',
      version: 'integer',
      stage: 'text',
      fingerprint: 'text',
      note: 'text',
      publishedAt: 'instant',
      publishedBy: 'id',
      kind: 'text',
      name: 'text',
      source: 'text',
      tenantId: 'text',
      extendsBundleId: 'id',
    }),
    bundleBindings: new Table<BundleBindingRow>(s, 'bundle_binding', {
      id: 'key',
      bundleId: 'id',
      orgUnitId: 'id',
      stage: 'text',
      entryCohort: 'integer',
      boundAt: 'instant',
      supersededAt: 'instant',
      withdrawnAt: 'instant',
    }),
    bundleManifests: new Table<BundleManifestRow>(s, 'bundle_manifest', {
      bundleId: 'id',
      content: 'long',
      scenarios: 'long',
    }),
    forms: new Table<FormRow>(s, 'form', {
      bundleId: 'id',
      formKey: 'text',
      name: 'text',
      definition: 'long',
    }),
    processDefinitions: new Table<ProcessDefinitionRow>(s, 'process_definition', {
      id: 'key',
      bundleId: 'id',
      processKey: 'text',
      version: 'integer',
      name: 'text',
      xml: 'long',
      graph: 'long',
      suspended: 'flag',
      tenantId: 'text',
      versionTag: 'text',
      resourceName: 'text',
    }),
    decisionDefinitions: new Table<DecisionDefinitionRow>(s, 'decision_definition', {
      id: 'key',
      bundleId: 'id',
      decisionKey: 'text',
      version: 'integer',
      name: 'text',
      xml: 'long',
    }),
  };
}
