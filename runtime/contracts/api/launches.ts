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
  summary: 'Launches for an org unit and those below, newest first, with how far they are',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery,
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
