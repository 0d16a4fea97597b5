import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { orgUnitKinds } from '../roles.ts';
import { id, none, orgUnitRef, pageQuery } from './values.ts';

export const listOrgUnits = endpoint({
  id: 'org-units.list',
  method: 'GET',
  path: '/api/org-units/:id/children',
  summary: 'The units directly below an org unit',
  permission: 'org.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: z.object({ id }),
  query: none,
  body: none,
  response: z.object({
    unit: orgUnitRef,
    children: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(orgUnitKinds),
        code: z.string(),
        /** Year of entry of a grade or class. */
        entryCohort: z.number().int().nullable(),
      }),
    ),
  }),
});

export const listStudents = endpoint({
  id: 'students.list',
  method: 'GET',
  path: '/api/org-units/:id/students',
  summary: 'Pupils enrolled today below an org unit, by class and name; pupil numbers are masked',
  permission: 'student.list',
  target: { kind: 'org-unit', from: 'params.id' },
  params: z.object({ id }),
  query: pageQuery.extend({
    q: z.string().trim().max(30).optional(),
    /** Only these, by id, with commas between them. */
    ids: z
      .string()
      .max(3_700)
      .transform((text) => text.split(',').filter((one) => one !== ''))
      .pipe(z.array(id).max(100))
      .optional(),
  }),
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        className: z.string(),
        studentNoMasked: z.string(),
        records: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** Counts by child unit; no pupil is named (guideline part 2 (2): districts steer by numbers). */
export const getProgress = endpoint({
  id: 'progress.get',
  method: 'GET',
  path: '/api/org-units/:id/progress',
  summary: 'How many records are in which state, by unit directly below',
  permission: 'progress.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: z.object({ id }),
  query: none,
  body: none,
  response: z.object({
    unit: orgUnitRef,
    rows: z.array(
      z.object({
        unit: orgUnitRef,
        pupils: z.number().int(),
        waiting: z.number().int(),
        returned: z.number().int(),
        inNotice: z.number().int(),
        archived: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  }),
});

export const rosterKinds = ['org-units', 'classes', 'staff', 'pupils', 'guardians'] as const;

export const rosterReport = z.object({
  sheets: z.array(
    z.object({
      kind: z.enum(rosterKinds),
      sheet: z.string(),
      rows: z.number().int(),
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
    }),
  ),
  errors: z.array(
    z.object({
      sheet: z.string(),
      /** Line of the file as the spreadsheet shows it; the heading is line 1. */
      line: z.number().int(),
      column: z.string(),
      value: z.string(),
      rule: z.string(),
      message: z.string(),
    }),
  ),
});
export type RosterReport = z.infer<typeof rosterReport>;

const rosterQuery = z.object({
  /** CSV holds one sheet, so it must be told which; XLSX sheets are recognised by name. */
  kind: z.enum(rosterKinds).optional(),
  format: z.enum(['xlsx', 'csv']),
});
const rosterMaxBytes = 20 * 1024 * 1024;

export const rosterTemplate = endpoint({
  id: 'roster.template',
  method: 'GET',
  path: '/api/roster-template',
  summary: 'A workbook (XLSX) with the sheets and headings of a roster and an example row each',
  permission: 'roster.import',
  params: none,
  query: none,
  body: none,
  response: z.unknown(),
});

export const previewRoster = endpoint({
  id: 'roster.preview',
  method: 'POST',
  path: '/api/org-units/:id/roster/preview',
  summary: 'Check a roster file: every bad row by line and column; changes nothing',
  permission: 'roster.import',
  target: { kind: 'org-unit', from: 'params.id' },
  params: z.object({ id }),
  query: rosterQuery,
  body: none,
  rawBody: rosterMaxBytes,
  response: rosterReport,
});

export const importRoster = endpoint({
  id: 'roster.import',
  method: 'POST',
  path: '/api/org-units/:id/roster',
  summary: 'Import a roster file: all rows or none; importing the same file again changes nothing',
  permission: 'roster.import',
  target: { kind: 'org-unit', from: 'params.id' },
  params: z.object({ id }),
  query: rosterQuery,
  body: none,
  rawBody: rosterMaxBytes,
  idempotent: true,
  response: rosterReport,
});
