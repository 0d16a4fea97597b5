import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { timelineEntry } from './instances.ts';
import { incident, modifyInstance } from './operations.ts';
import { id, idParams, instant, none, pageQuery } from './values.ts';

/** A running instance as whoever operates it sees it. Holds nothing that was recorded of a pupil, nor the pupil's name. */
export const operatedInstance = z.object({
  id,
  processName: z.string(),
  bundleId: id,
  bundleVersion: z.number().int(),
  /** Class of the pupil that it is about, with the school; null: it is about nobody. */
  className: z.string().nullable(),
  schoolName: z.string().nullable(),
  startedAt: instant,
  state: z.enum(['active', 'completed', 'cancelled', 'incident']),
  suspended: z.boolean(),
  /** Names of the elements where it stands. */
  active: z.array(z.string()),
});
export type OperatedInstance = z.infer<typeof operatedInstance>;

export const instanceFilters = ['all', 'incident', 'suspended'] as const;

export const listOperatedInstances = endpoint({
  id: 'operated-instances.list',
  method: 'GET',
  path: '/api/org-units/:id/instances',
  summary: 'Running process instances of an org unit and those below, newest first',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery.extend({
    filter: z.enum(instanceFilters).default('all'),
    processKey: z.string().max(200).optional(),
    studentId: id.optional(),
  }),
  body: none,
  response: z.object({ items: z.array(operatedInstance), next: z.string().nullable() }),
});

/** An element of the process, as far as work can be moved there by hand. */
const movableElement = z.object({
  elementId: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Something is active there and can be ended. */
  active: z.boolean(),
  /** Work can begin there. */
  startable: z.boolean(),
});

export const getOperatedInstance = endpoint({
  id: 'operated-instances.get',
  method: 'GET',
  path: '/api/instances/:id/operation',
  summary:
    'An instance for whoever operates it: where it stands, what failed, and its history without what was said of a pupil',
  permission: 'operation.read',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: operatedInstance.extend({
    diagram: z.object({
      xml: z.string(),
      active: z.array(z.string()),
      finished: z.array(z.string()),
      flows: z.array(z.string()),
    }),
    elements: z.array(movableElement),
    incidents: z.array(incident),
    /**
     * Names and reasons stand at what was done by hand to the instance as a whole; what people did and said in the
     * matter itself is for those who may read the pupil's file.
     */
    timeline: z.array(timelineEntry),
  }),
});

const place = z.object({ elementId: z.string(), name: z.string() });

export const tryModification = endpoint({
  id: 'operated-instances.try-modification',
  method: 'POST',
  path: '/api/instances/:id/modify/dry-run',
  summary: 'What moving an instance by hand would bring about; changes nothing',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: modifyInstance.body.omit({ reason: true }),
  response: z.object({
    /** What is ended. */
    ends: z.array(place),
    /** What is done on the way, at once. */
    passes: z.array(place),
    /** Where it waits then. */
    begins: z.array(place.extend({ asked: z.array(z.string()), dueAt: instant.nullable() })),
    /** The instance is over then. */
    completes: z.boolean(),
  }),
});
export type ModificationPreview = z.infer<typeof tryModification.response>;
