import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { planChange } from './filings.ts';
import { layerSummary } from './plans.ts';
import { finding, id, idParams, instant, none, orgUnitRef } from './values.ts';

/** `theirs`: as the version above has it; `mine`: as the layer has it. */
const side = z.enum(['theirs', 'mine']);
const choices = z.record(z.string().max(400), side);

const conflict = z.object({
  /** What a choice is made by. */
  id: z.string(),
  element: z.string(),
  kind: z.string(),
  name: z.string(),
  reason: z.enum(['both-changed', 'both-moved', 'removed-above', 'removed-here', 'process', 'locked']),
  property: z.string().optional(),
  /** Absent: not there. */
  base: z.unknown().optional(),
  theirs: z.unknown().optional(),
  mine: z.unknown().optional(),
  chosen: side,
});

export const listBehind = endpoint({
  id: 'layers.behind',
  method: 'GET',
  path: '/api/layers/:id/behind',
  summary: 'The layers that extend an older version of this one than its last',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    items: z.array(
      z.object({ layerId: id, orgUnit: orgUnitRef, version: z.number().int(), last: z.number().int() }),
    ),
  }),
});

export const previewUpgrade = endpoint({
  id: 'upgrades.preview',
  method: 'POST',
  path: '/api/layers/:id/upgrade-preview',
  summary: 'What following the last version of the layer above would bring; changes nothing',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ choices: choices.optional() }),
  response: z.object({
    from: z.object({ bundleId: id, version: z.number().int() }),
    /** Null: there is no later version. */
    to: z
      .object({ bundleId: id, version: z.number().int(), publishedAt: instant, note: z.string() })
      .nullable(),
    /** Of the draft that the preview is about; to be handed back when it is applied. */
    draft: z.string().nullable(),
    /** What the layer above has changed since. */
    above: z.array(planChange),
    /** What the draft would have changed by it. */
    here: z.array(planChange),
    conflicts: z.array(conflict),
    /** What would still be wrong with the draft. */
    findings: z.array(finding),
  }),
});

export const applyUpgrade = endpoint({
  id: 'upgrades.apply',
  method: 'POST',
  path: '/api/layers/:id/upgrade',
  summary: 'Let the draft follow a version of the layer above, with the resolutions that were chosen',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    /** The version that was previewed. */
    to: id,
    /** Fingerprint of the draft that was previewed: refused when somebody has changed it since. */
    draft: z.string().max(64),
    choices,
  }),
  idempotent: true,
  response: z.object({ layer: layerSummary, conflicts: z.array(conflict) }),
});
