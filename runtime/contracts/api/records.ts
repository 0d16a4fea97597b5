import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  fieldPermission,
  formData,
  formDefinition,
  id,
  idParams,
  instant,
  none,
  studentRef,
} from './values.ts';

/** Where a record (写实记录) stands, in the words of the interface. */
export const recordStates = [
  'submitted',
  'returned',
  'confirmed',
  'in-notice',
  'archived',
  'withdrawn',
] as const;
export type RecordState = (typeof recordStates)[number];

export const recordForm = z.object({
  formKey: z.string(),
  name: z.string(),
  description: z.string(),
  part: z.string(),
  dimension: z.string(),
  /** Records of this pupil in this term slot over all forms of the part, and the plan's cap (5 a term). */
  used: z.number().int(),
  cap: z.number().int().nullable(),
  /** Why no record can be made now; null: it can. */
  closed: z.enum(['cap-reached', 'frozen']).nullable(),
});
export type RecordForm = z.infer<typeof recordForm>;

/**
 * What was last done is on its way to a process engine that answers later (`moving`), or was refused by it and waits for
 * an administrator (`stopped`), since when it was done.
 */
export const transit = z.object({ state: z.enum(['moving', 'stopped']), since: instant });
export type Transit = z.infer<typeof transit>;

export const recordSummary = z.object({
  id,
  formKey: z.string(),
  formName: z.string(),
  dimension: z.string(),
  title: z.string(),
  /** A few short label/value pairs that the plan chose for lists. */
  summary: z.array(z.object({ label: z.string(), value: z.string() })),
  state: z.enum(recordStates),
  revision: z.number().int(),
  termSlot: z.number().int(),
  submittedAt: instant,
  updatedAt: instant,
  student: studentRef,
  instanceId: id,
  /** The reason given with the last return, while the record is returned. */
  returnReason: z.string().nullable(),
  /** The open task of the caller on this record, if any. */
  taskId: id.nullable(),
  /** Null: what the record shows is all there is. */
  transit: transit.nullable(),
});
export type RecordSummary = z.infer<typeof recordSummary>;

const studentTarget = { kind: 'student', from: 'params.id' } as const;

export const listRecordForms = endpoint({
  id: 'record-forms.list',
  method: 'GET',
  path: '/api/students/:id/record-forms',
  summary: 'What can be recorded for a pupil now',
  permission: 'record.create',
  target: studentTarget,
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    planName: z.string(),
    bundleVersion: z.number().int(),
    termSlot: z.number().int(),
    termName: z.string(),
    forms: z.array(recordForm),
  }),
});

export const getRecordForm = endpoint({
  id: 'record-forms.get',
  method: 'GET',
  path: '/api/students/:id/record-forms/:formKey',
  summary: 'A form to fill for a pupil, with the caller’s permission and saved draft',
  permission: 'record.create',
  target: studentTarget,
  params: idParams.extend({ formKey: z.string().max(100) }),
  query: none,
  body: none,
  response: z.object({
    form: recordForm,
    bundleId: id,
    definition: formDefinition,
    permission: fieldPermission,
    draft: z.object({ data: formData, savedAt: instant }).nullable(),
  }),
});

export const listRecords = endpoint({
  id: 'records.list',
  method: 'GET',
  path: '/api/students/:id/records',
  summary: 'The records of a pupil, newest first',
  permission: 'record.read',
  target: studentTarget,
  params: idParams,
  query: none,
  body: none,
  response: z.object({ items: z.array(recordSummary) }),
});

export const getRecord = endpoint({
  id: 'records.get',
  method: 'GET',
  path: '/api/records/:id',
  summary: 'One record: its form, the data the caller may read, state and revisions',
  permission: 'record.read',
  target: { kind: 'record', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    record: recordSummary,
    bundleVersion: z.number().int(),
    definition: formDefinition,
    data: formData,
  }),
});

/** A new record: saves the submission and starts its process in one transaction. */
export const createSubmission = endpoint({
  id: 'submissions.create',
  method: 'POST',
  path: '/api/submissions',
  summary: 'Submit a record for a pupil; starts its approval flow',
  permission: 'record.create',
  target: { kind: 'student', from: 'body.studentId' },
  params: none,
  query: none,
  body: z.object({ studentId: id, formKey: z.string().max(100), data: formData }),
  idempotent: true,
  response: z.object({ record: recordSummary }),
});

export const saveDraft = endpoint({
  id: 'drafts.save',
  method: 'PUT',
  path: '/api/students/:id/drafts/:formKey',
  summary: 'Keep what is filled in so far; replaces the caller’s earlier draft of this form for this pupil',
  permission: 'draft.write',
  target: studentTarget,
  params: idParams.extend({ formKey: z.string().max(100) }),
  query: none,
  body: z.object({ data: formData }),
  response: z.object({ savedAt: instant }),
});

export const deleteDraft = endpoint({
  id: 'drafts.delete',
  method: 'DELETE',
  path: '/api/students/:id/drafts/:formKey',
  summary: 'Throw the draft away',
  permission: 'draft.write',
  target: studentTarget,
  params: idParams.extend({ formKey: z.string().max(100) }),
  query: none,
  body: none,
  response: none,
});

export const attachmentMaxBytes = 5 * 1024 * 1024;

export const attachment = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  url: z.string(),
});

export const createAttachment = endpoint({
  id: 'attachments.create',
  method: 'POST',
  path: '/api/students/:id/attachments',
  summary: 'Upload a file (JPEG, PNG or PDF) for a pupil’s record; the body is the file; EXIF is removed',
  permission: 'attachment.create',
  target: studentTarget,
  params: idParams,
  query: z.object({ name: z.string().min(1).max(200) }),
  body: none,
  rawBody: attachmentMaxBytes,
  response: attachment,
});

export const getAttachment = endpoint({
  id: 'attachments.get',
  method: 'GET',
  path: '/api/attachments/:id',
  summary: 'Download an attachment',
  permission: 'attachment.read',
  target: { kind: 'attachment', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.unknown(),
});
