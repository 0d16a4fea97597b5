import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { artefactKinds, artefactSummary, layerSummary } from './plans.ts';
import { finding, id, idParams, instant, none, orgUnitRef, personRef } from './values.ts';

/** As the manifest has keys of plans and forms, and ids of processes. */
const key = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const elementId = z
  .string()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
const planName = z.string().trim().min(1).max(60);
const planStages = ['primary', 'junior-high', 'senior-high'] as const;

export const listShippedPlans = endpoint({
  id: 'shipped-plans.list',
  method: 'GET',
  path: '/api/shipped-plans',
  summary: 'The plans that come with this release; each can be the beginning of an authority’s own',
  permission: 'plan.edit',
  params: none,
  query: none,
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        stage: z.string(),
        forms: z.number().int(),
        processes: z.number().int(),
        /** There is a plan with this key already. */
        taken: z.boolean(),
      }),
    ),
  }),
});

export const createPlan = endpoint({
  id: 'plans.create',
  method: 'POST',
  path: '/api/plans',
  summary: 'Begin a plan, from one that is shipped or from nothing; answers its layer, nothing is published',
  permission: 'plan.edit',
  target: { kind: 'org-unit', from: 'body.orgUnitId' },
  params: none,
  query: none,
  body: z.object({
    orgUnitId: id,
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('shipped'), key }),
      z.object({ kind: z.literal('nothing'), key, name: planName, stage: z.enum(planStages) }),
    ]),
  }),
  idempotent: true,
  response: z.object({ layer: layerSummary }),
});

export const listLayerOffers = endpoint({
  id: 'layer-offers.list',
  method: 'GET',
  path: '/api/org-units/:id/layer-offers',
  summary: 'Published versions of the authorities above that this org unit has no layer of yet',
  permission: 'plan.edit',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        bundleId: id,
        planKey: z.string(),
        planName: z.string(),
        version: z.number().int(),
        publishedAt: instant,
        orgUnit: orgUnitRef,
      }),
    ),
  }),
});

export const createLayer = endpoint({
  id: 'layers.create',
  method: 'POST',
  path: '/api/layers',
  summary: 'Begin a layer below a published version, with all its artefacts',
  permission: 'plan.edit',
  target: { kind: 'org-unit', from: 'body.orgUnitId' },
  params: none,
  query: none,
  body: z.object({ bundleId: id, orgUnitId: id }),
  idempotent: true,
  response: z.object({ layer: layerSummary }),
});

export const addArtefact = endpoint({
  id: 'artefacts.add',
  method: 'POST',
  path: '/api/layers/:id/artefacts',
  summary:
    'Add a form, a process, a decision or a scenario to a draft; the manifest lists the first three in the same call',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z
    .object({
      kind: z.enum(['form', 'process', 'decision', 'scenario']),
      key: elementId,
      name: planName,
      /**
       * Absent: an empty form, a process from start to end with nothing between, or a table without rules. A scenario is
       * never empty.
       */
      content: z.string().max(1_100_000).optional(),
    })
    .refine((it) => it.kind !== 'form' || key.safeParse(it.key).success, {
      path: ['key'],
      error: 'the key of a form or scenario has lower case letters, digits and single hyphens',
    })
    .refine((it) => it.kind !== 'scenario' || it.content !== undefined, {
      path: ['content'],
      error: 'a scenario is what was recorded',
    }),
  idempotent: true,
  response: z.object({ artefact: artefactSummary, findings: z.array(finding) }),
});

export const removeArtefact = endpoint({
  id: 'artefacts.remove',
  method: 'DELETE',
  path: '/api/layers/:id/artefacts/:kind/:key',
  summary: 'Take a form, process or decision out of a draft, and out of its manifest',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: z.object({ id, kind: z.enum(artefactKinds), key: z.string().max(100) }),
  query: none,
  body: none,
  ifMatch: true,
  response: z.object({}),
});

/** Who has a layer open: how long after their last sign of life somebody still counts as there. */
export const presenceSeconds = 45;

export const keepPresence = endpoint({
  id: 'layers.presence',
  method: 'PUT',
  path: '/api/layers/:id/presence',
  summary: 'Say that one has this layer open, and learn who else has; to be repeated while it is open',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    /** What is open in it, e.g. `form/b-r01`; null: nothing in particular. */
    place: z.string().max(140).nullable(),
    /** The layer is being left. */
    leaving: z.boolean().optional(),
  }),
  response: z.object({
    others: z.array(z.object({ person: personRef, place: z.string().nullable(), since: instant })),
  }),
});
