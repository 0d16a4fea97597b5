import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { taskEventKinds } from './approval.ts';
import { idParams, instant, none } from './values.ts';

export const timelineEntry = z.object({
  at: instant,
  kind: z.enum([
    'submitted',
    'resubmitted',
    'task-completed',
    'task-cancelled',
    'reminded',
    'timed-out',
    'notice-opened',
    'notice-closed',
    'archived',
    'suspended',
    'activated',
    'cancelled',
    'migrated',
    'modified',
    'variables-set',
    ...taskEventKinds,
  ]),
  elementId: z.string(),
  /** Name of the element in the diagram; of what was done by hand: names of the elements or variables concerned. */
  name: z.string(),
  /** Who did it, if a person did. */
  actor: z.string().nullable(),
  /** Names of those whom it concerned: to whom it was handed on, who was asked to sign. */
  people: z.array(z.string()),
  /** Name of the element that the work went to, when it went back or was moved; of a migration: number of the version. */
  to: z.string().nullable(),
  outcome: z.string().nullable(),
  remark: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const getInstance = endpoint({
  id: 'instances.get',
  method: 'GET',
  path: '/api/instances/:id',
  summary: 'How a record got to where it is: its timeline, and its diagram with active and finished elements',
  permission: 'instance.read',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    processName: z.string(),
    bundleVersion: z.number().int(),
    state: z.enum(['active', 'completed', 'cancelled', 'incident']),
    /** Its clocks stand still and nothing can be done in it. */
    suspended: z.boolean(),
    timeline: z.array(timelineEntry),
    diagram: z.object({
      xml: z.string(),
      active: z.array(z.object({ elementId: z.string(), name: z.string(), dueAt: instant.nullable() })),
      finished: z.array(z.string()),
      flows: z.array(z.string()),
    }),
  }),
});
