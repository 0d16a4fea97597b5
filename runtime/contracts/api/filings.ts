import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  finding,
  formData,
  formDefinition,
  id,
  idParams,
  instant,
  none,
  orgUnitRef,
  personRef,
} from './values.ts';

/**
 * Where the draft of a layer stands. `filed`: it waits at the authority above; `accepted`: just this content may be
 * published. A change of the draft makes it a draft again.
 */
export const layerStates = ['draft', 'checked', 'filed', 'returned', 'accepted', 'published'] as const;
export type LayerState = (typeof layerStates)[number];
const filingStates = ['filed', 'returned', 'accepted', 'withdrawn', 'lapsed', 'published'] as const;

const filingSummary = z.object({
  id,
  layerId: id,
  planName: z.string(),
  /** Who files. */
  orgUnit: orgUnitRef,
  /** With whom. */
  authority: orgUnitRef,
  /** `lapsed`: the draft was changed after it was filed. */
  state: z.enum(filingStates),
  fingerprint: z.string(),
  note: z.string(),
  cohorts: z.array(z.number().int()),
  submittedAt: instant,
  submittedBy: personRef,
  decidedAt: instant.nullable(),
  decidedBy: personRef.nullable(),
  reason: z.string().nullable(),
  filingNumber: z.string().nullable(),
  /** First day on which the version governs; `YYYY-MM-DD`. */
  effectiveOn: z.string().nullable(),
  comments: z.array(z.object({ element: z.string(), text: z.string() })),
});
export type FilingSummary = z.infer<typeof filingSummary>;

/** One difference between what was filed and the version above; `path` as in a JSON pointer without the slashes. */
export const planChange = z.object({
  change: z.enum(['added', 'removed', 'moved', 'changed']),
  element: z.string(),
  kind: z.string(),
  name: z.string(),
  property: z.string().optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
});

const lifecycle = z.object({
  state: z.enum(layerStates),
  /** Of the draft as it is; null: it can not become a version. */
  fingerprint: z.string().nullable(),
  /** With whom the layer is filed; null: nobody is above, it is published directly. */
  authority: orgUnitRef.nullable(),
  /** The last filing, whatever became of it. */
  filing: filingSummary.nullable(),
});

export const getLifecycle = endpoint({
  id: 'lifecycle.get',
  method: 'GET',
  path: '/api/layers/:id/lifecycle',
  summary: 'Where the draft of a layer stands on its way to being published',
  permission: 'plan.read',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: lifecycle,
});

export const markChecked = endpoint({
  id: 'lifecycle.check',
  method: 'POST',
  path: '/api/layers/:id/check',
  summary: 'Check the draft; without faults it is checked until it is changed',
  permission: 'plan.edit',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({ findings: z.array(finding), lifecycle }),
});

export const fileLayer = endpoint({
  id: 'layers.file',
  method: 'POST',
  path: '/api/layers/:id/filing',
  summary: 'Submit the draft to the authority above (备案); the differences from its version go along',
  permission: 'plan.publish',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    note: z.string().trim().max(200),
    cohorts: z.array(z.number().int().min(2000).max(2100)).min(1).max(12),
  }),
  idempotent: true,
  response: z.object({ filing: filingSummary }),
});

export const withdrawFiling = endpoint({
  id: 'layers.withdraw-filing',
  method: 'DELETE',
  path: '/api/layers/:id/filing',
  summary: 'Take back what was filed and is not decided on',
  permission: 'plan.publish',
  target: { kind: 'layer', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({}),
});

const listedFiling = filingSummary.extend({
  /** The caller is to decide on it. */
  mine: z.boolean(),
  /** Who has to do something now: decide, change what was returned, publish what was accepted. Null: nobody. */
  waitsFor: z
    .object({
      orgUnit: orgUnitRef,
      /** Those who may, by name, in the order of their names. */
      people: z.array(z.string()),
      since: instant,
      dueAt: instant.nullable(),
    })
    .nullable(),
});
export type ListedFiling = z.infer<typeof listedFiling>;

export const listFilings = endpoint({
  id: 'filings.list',
  method: 'GET',
  path: '/api/filings',
  summary: 'Filings that the caller may see, the newest first; those that wait for the caller are marked',
  permission: 'filing.read',
  params: none,
  query: none,
  body: none,
  response: z.object({ items: z.array(listedFiling) }),
});

export const getFiling = endpoint({
  id: 'filings.get',
  method: 'GET',
  path: '/api/filings/:id',
  summary: 'A filing: its differences from the version above, and the task to decide on it',
  permission: 'filing.read',
  target: { kind: 'filing', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    filing: filingSummary,
    /** Against the version of the authority that it extends. */
    changes: z.array(planChange),
    /** Null: nothing is to be decided, or not by the caller. */
    task: z
      .object({
        id,
        name: z.string(),
        dueAt: instant.nullable(),
        form: z.object({ key: z.string(), definition: formDefinition }),
      })
      .nullable(),
    /** What people did with it, the oldest first. */
    history: z.array(
      z.object({
        name: z.string(),
        startedAt: instant,
        endedAt: instant.nullable(),
        by: z.string().nullable(),
      }),
    ),
  }),
});

export const decideFiling = endpoint({
  id: 'filings.decide',
  method: 'POST',
  path: '/api/filings/:id/decision',
  summary: 'Complete the task of deciding on a filing, with its form and comments on elements',
  permission: 'filing.decide',
  target: { kind: 'filing', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    /** The task that was read, so that nobody decides on what has moved on. */
    taskId: id,
    data: formData,
    comments: z
      .array(z.object({ element: z.string().max(300), text: z.string().trim().min(1).max(500) }))
      .max(200)
      .default([]),
  }),
  idempotent: true,
  response: z.object({ filing: filingSummary }),
});
