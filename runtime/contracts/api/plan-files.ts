import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { planChange } from './filings.ts';
import { layerSummary } from './plans.ts';
import { finding, id, idParams, none } from './values.ts';

/** Bytes of an exported plan; as much as `runtime/plan/plan-file` reads. */
export const planFileMaxBytes = 8_000_000;

/** What a file is; null: it can not be read, and the findings say why. */
const planInFile = z
  .object({
    key: z.string(),
    name: z.string(),
    stage: z.string(),
    fingerprint: z.string(),
    forms: z.number().int(),
    processes: z.number().int(),
    scenarios: z.number().int(),
  })
  .nullable();

export const exportDraft = endpoint({
  id: 'plan-files.export-draft',
  method: 'GET',
  path: '/api/layers/:id/file',
  summary: 'The draft of a layer as one file (zip): the same draft makes the same bytes',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.unknown(),
});

export const exportVersion = endpoint({
  id: 'plan-files.export-version',
  method: 'GET',
  path: '/api/bundles/:id/file',
  summary: 'A published version as one file (zip)',
  permission: 'plan.read',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.unknown(),
});

export const previewImport = endpoint({
  id: 'plan-files.preview',
  method: 'POST',
  path: '/api/layers/:id/file/preview',
  summary: 'What taking an exported plan into a draft would change; changes nothing',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  rawBody: planFileMaxBytes,
  response: z.object({
    plan: planInFile,
    /** Of the draft that the preview is about; to be handed back with the import. */
    draft: z.string().nullable(),
    changes: z.array(planChange),
    /** Recorded runs, which are no elements of the plan. */
    scenarios: z.array(
      z.object({ key: z.string(), name: z.string(), change: z.enum(['added', 'changed', 'removed']) }),
    ),
    /** Why it can not be taken in; empty: it can. */
    refused: z.array(finding),
    /** What would keep the draft from being published afterwards. */
    findings: z.array(finding),
  }),
});

export const importIntoDraft = endpoint({
  id: 'plan-files.import',
  method: 'POST',
  path: '/api/layers/:id/file',
  summary: 'Take an exported plan into a draft, all of it or nothing; the same file again changes nothing',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  /** Fingerprint of the draft that was previewed: refused when somebody has changed it since. */
  query: z.object({ draft: z.string().max(64).optional() }),
  body: none,
  rawBody: planFileMaxBytes,
  idempotent: true,
  response: z.object({ layer: layerSummary, changed: z.boolean(), findings: z.array(finding) }),
});

export const previewNewPlan = endpoint({
  id: 'plan-files.preview-new',
  method: 'POST',
  path: '/api/org-units/:id/plan-file/preview',
  summary: 'What an exported plan holds, and whether a plan can begin with it; changes nothing',
  permission: 'plan.edit',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  rawBody: planFileMaxBytes,
  response: z.object({
    plan: planInFile,
    /** There is a plan with this key; its layer at this org unit, where it has one. */
    taken: z.object({ layerId: id.nullable() }).nullable(),
    refused: z.array(finding),
  }),
});

export const importNewPlan = endpoint({
  id: 'plan-files.import-new',
  method: 'POST',
  path: '/api/org-units/:id/plan-file',
  summary: 'Begin a plan with an exported one; the same file again answers the layer that it made',
  permission: 'plan.edit',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  rawBody: planFileMaxBytes,
  idempotent: true,
  response: z.object({ layer: layerSummary, created: z.boolean() }),
});
