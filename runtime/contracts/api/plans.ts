import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { layerStates } from './filings.ts';
import { finding, id, idParams, instant, none, orgUnitRef, personRef } from './values.ts';

export const artefactKinds = ['manifest', 'form', 'process', 'decision', 'scenario'] as const;
export type ArtefactKind = (typeof artefactKinds)[number];

/**
 * `scheduled`: begins to govern later. `withdrawn`: was taken back before it did. `unbound`: was published for no cohort,
 * as the course of filings is.
 */
export const bundleStates = ['governing', 'scheduled', 'superseded', 'withdrawn', 'unbound'] as const;

export const bundleSummary = z.object({
  id,
  version: z.number().int(),
  fingerprint: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  note: z.string(),
  stage: z.string(),
  cohorts: z.array(z.number().int()),
  state: z.enum(bundleStates),
  /** When it begins to govern, while that is still to come. */
  effectiveFrom: instant.nullable().optional(),
  /** Instances that still run on this version. */
  running: z.number().int(),
});
export type BundleSummary = z.infer<typeof bundleSummary>;

/** A published version that a layer, or a version of one, extends. */
export const extendedVersion = z.object({
  bundleId: id,
  layerId: id,
  version: z.number().int(),
  orgUnitName: z.string(),
});
export type ExtendedVersion = z.infer<typeof extendedVersion>;

export const layerSummary = z.object({
  id,
  planKey: z.string(),
  planName: z.string(),
  orgUnit: orgUnitRef,
  /** The published version of the layer above that this layer extends; null at the top. */
  extends: extendedVersion.nullable(),
  published: bundleSummary.nullable(),
  /** The draft differs from what is published. */
  changed: z.boolean(),
  editable: z.boolean(),
});
export type LayerSummary = z.infer<typeof layerSummary>;

export const artefactSummary = z.object({
  kind: z.enum(artefactKinds),
  key: z.string(),
  name: z.string(),
  revision: z.number().int(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  /** Differs from the published version. */
  changed: z.boolean(),
});

const listedLayer = layerSummary.extend({
  /** The layer of this plan at the nearest unit above that has one, among those listed; it may extend another. */
  within: id.nullable(),
  /** Where the draft stands. */
  state: z.enum(layerStates),
  /** The last change of the draft since the layer began. */
  lastEdit: z.object({ at: instant, by: z.string().nullable() }).nullable(),
  /** Who else has the layer open now, and what of it, e.g. `form/b-r01`. */
  here: z.array(z.object({ person: personRef, place: z.string().nullable() })),
});
export type ListedLayer = z.infer<typeof listedLayer>;

export const listLayers = endpoint({
  id: 'layers.list',
  method: 'GET',
  path: '/api/layers',
  summary: 'The plan layers that the caller may read',
  permission: 'plan.read',
  params: none,
  query: none,
  body: none,
  response: z.object({ items: z.array(listedLayer) }),
});

export const getLayer = endpoint({
  id: 'layers.get',
  method: 'GET',
  path: '/api/layers/:id',
  summary: 'A layer: its artefacts and published versions',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    layer: layerSummary,
    artefacts: z.array(artefactSummary),
    bundles: z.array(bundleSummary),
    roles: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
});

const artefactParams = z.object({ id, kind: z.enum(artefactKinds), key: z.string().max(100) });
/** `content` is the file’s text: JSON for manifest and forms, XML for processes and decisions. */
const artefact = artefactSummary.extend({ content: z.string() });

export const getArtefact = endpoint({
  id: 'artefacts.get',
  method: 'GET',
  path: '/api/layers/:id/artefacts/:kind/:key',
  summary: 'One form, process, decision or the manifest of a layer’s draft; answers an ETag',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: artefactParams,
  query: none,
  body: none,
  response: artefact,
});

export const getDraft = endpoint({
  id: 'layers.draft',
  method: 'GET',
  path: '/api/layers/:id/draft',
  summary: 'Every file of a layer’s draft at once, for who compares, simulates or reads the plan as a whole',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    files: z.array(z.object({ kind: z.enum(artefactKinds), key: z.string(), content: z.string() })),
  }),
});

export const saveArtefact = endpoint({
  id: 'artefacts.save',
  method: 'PUT',
  path: '/api/layers/:id/artefacts/:kind/:key',
  summary: 'Save a draft; refused when somebody saved in between or when it holds what plans must not hold',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: artefactParams,
  query: none,
  body: z.object({ content: z.string().max(1_100_000) }),
  ifMatch: true,
  response: artefactSummary.extend({ findings: z.array(finding) }),
});

export const checkLayer = endpoint({
  id: 'layers.check',
  method: 'GET',
  path: '/api/layers/:id/findings',
  summary: 'All findings on a layer’s draft',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({ findings: z.array(finding) }),
});

export const publishLayer = endpoint({
  id: 'layers.publish',
  method: 'POST',
  path: '/api/layers/:id/publish',
  summary: 'Publish the draft as an immutable bundle for its jurisdiction, stage and entry cohorts',
  permission: 'plan.publish',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    note: z.string().trim().max(200),
    cohorts: z.array(z.number().int().min(2000).max(2100)).min(1).max(12),
    /** First day of the version; absent or past: now. Never before the day that the authority above has named. */
    effectiveOn: z.iso.date().nullable().optional(),
  }),
  idempotent: true,
  response: z.object({ bundle: bundleSummary }),
});

export const withdrawVersion = endpoint({
  id: 'bundles.withdraw',
  method: 'POST',
  path: '/api/bundles/:id/withdraw',
  summary: 'Take back a version that has not begun to govern: what it was to supersede goes on',
  permission: 'plan.publish',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({}),
  idempotent: true,
  response: z.object({ bundle: bundleSummary }),
});

export const getBundle = endpoint({
  id: 'bundles.get',
  method: 'GET',
  path: '/api/bundles/:id',
  summary: 'A published version with its files',
  permission: 'plan.read',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    bundle: bundleSummary,
    /** What it extended when it was published; null at the top. */
    extends: extendedVersion.nullable(),
    files: z.array(z.object({ kind: z.enum(artefactKinds), key: z.string(), content: z.string() })),
  }),
});
