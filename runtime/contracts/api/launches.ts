import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, none, orgUnitRef, pageQuery } from './values.ts';

const key = z.string().min(1).max(100);

/** A process that is started for everybody of a roster. */
export const launch = z.object({
  id,
  orgUnit: orgUnitRef,
  processName: z.string(),
  bundleVersion: z.number().int(),
  entryCohort: z.number().int(),
  termSlot: z.number().int(),
  createdAt: instant,
  createdBy: z.string(),
  /** Pupils on the roster today. */
  roster: z.number().int(),
  /** Pupils who have their instance. */
  started: z.number().int(),
  /** Pupils who could not get one; see the list of failures. */
  failed: z.number().int(),
  /** Everybody of the roster was seen to; null: it is under way. */
  completedAt: instant.nullable(),
});
export type Launch = z.infer<typeof launch>;

export const listLaunches = endpoint({
  id: 'launches.list',
  method: 'GET',
  path: '/api/org-units/:id/launches',
  summary: 'Launches for an org unit and those below, newest first, with how far they are; or one of them',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery.extend({ launchId: id.optional() }),
  body: none,
  response: z.object({ items: z.array(launch), next: z.string().nullable() }),
});

export const startLaunch = endpoint({
  id: 'launches.start',
  method: 'POST',
  path: '/api/org-units/:id/launches',
  summary: 'Start a process for every pupil of an entry cohort in an org unit; it goes on in the background',
  permission: 'process.launch',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({
    bundleId: id,
    processKey: key,
    /** Form of the record that everybody is to fill in; null: none. */
    formKey: key.nullable(),
    termSlot: z.number().int().min(1).max(12),
    entryCohort: z.number().int().min(2000).max(2100),
  }),
  idempotent: true,
  response: z.object({ launch }),
});

export const resumeLaunch = endpoint({
  id: 'launches.resume',
  method: 'POST',
  path: '/api/org-units/:id/launches/resume',
  summary: 'Go through the roster again: whoever joined later or failed is started, nobody twice',
  permission: 'process.launch',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ launchId: id }),
  idempotent: true,
  response: z.object({ launch }),
});

export const listLaunchFailures = endpoint({
  id: 'launches.failures',
  method: 'GET',
  path: '/api/org-units/:id/launch-failures',
  summary: 'Pupils of a launch who have no instance yet, and why',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery.extend({ launchId: id }),
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        studentId: id,
        className: z.string(),
        /** `no-account`, `student-frozen`, `other-version`, or the code of an error. */
        reason: z.string(),
        message: z.string(),
        at: instant,
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** Why a pupil of a roster gets no instance. */
const leftOutReasons = ['no-account', 'student-frozen', 'other-version'] as const;

export const listLaunchOffers = endpoint({
  id: 'launches.offers',
  method: 'GET',
  path: '/api/org-units/:id/launch-offers',
  summary: 'What can be started for an org unit: the plan versions that govern it, their processes and terms',
  permission: 'process.launch',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        bundleId: id,
        bundleVersion: z.number().int(),
        planName: z.string(),
        /** Whose version of the plan it is. */
        publishedFor: z.string(),
        entryCohort: z.number().int(),
        termSlots: z.array(z.object({ slot: z.number().int(), name: z.string() })),
        /** The slot that the cohort is in today; null: the calendar has none. */
        currentSlot: z.number().int().nullable(),
        processes: z.array(
          z.object({
            key,
            name: z.string(),
            /** Records that the flow can carry. */
            forms: z.array(z.object({ key, name: z.string() })),
          }),
        ),
      }),
    ),
  }),
});
export type LaunchOffer = z.infer<typeof listLaunchOffers.response>['items'][number];

export const previewLaunch = endpoint({
  id: 'launches.preview',
  method: 'GET',
  path: '/api/org-units/:id/launch-preview',
  summary:
    'What a launch would do: how many are asked, for what and until when, who is left out and why; starts nothing',
  permission: 'process.launch',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: z.object({
    bundleId: id,
    processKey: key,
    formKey: key.optional(),
    termSlot: z.coerce.number().int().min(1).max(12),
    entryCohort: z.coerce.number().int().min(2000).max(2100),
  }),
  body: none,
  response: z.object({
    roster: z.number().int(),
    startable: z.number().int(),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), count: z.number().int() })),
    /** The roster by class. Of a district or city: by school. */
    units: z.array(z.object({ unit: orgUnitRef, roster: z.number().int(), startable: z.number().int() })),
    /** What the flow asks first, tried with one pupil of the roster without starting anything. */
    first: z.array(
      z.object({
        elementId: z.string(),
        name: z.string(),
        /** Keys of roles, `group:<kind>`, or `person`: somebody whom the plan names otherwise. */
        asked: z.array(z.string()),
        dueAt: instant.nullable(),
      }),
    ),
    /** Why the flow cannot begin; null: it can, or nobody is on the roster. */
    problem: z.string().nullable(),
    /** Launches of the same process and term that reach the same pupils: they would be asked once more. */
    earlier: z.array(
      z.object({ id, orgUnitName: z.string(), createdAt: instant, started: z.number().int() }),
    ),
  }),
});
export type LaunchPreview = z.infer<typeof previewLaunch.response>;
