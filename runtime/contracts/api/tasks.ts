import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { recordSummary } from './records.ts';
import {
  fieldPermission,
  formData,
  formDefinition,
  id,
  idParams,
  instant,
  none,
  pageQuery,
  personRef,
  studentRef,
} from './values.ts';

export const taskSummary = z.object({
  id,
  instanceId: id,
  elementId: z.string(),
  /** Name of the user task in the diagram, e.g. 班主任确认. */
  name: z.string(),
  /** Title of the record that the task is about. */
  title: z.string(),
  formKey: z.string(),
  formName: z.string(),
  student: studentRef.nullable(),
  /** The filing that the task decides on, for a task that is about no record; it is decided on beside its layer. */
  filing: z.object({ layerId: id, unitName: z.string() }).optional(),
  createdAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  /** Its instance is suspended: it can be seen, not done. */
  suspended: z.boolean(),
  /** How often the record was submitted: 1 is the first time. */
  round: z.number().int(),
  /** `main`: the caller decides. `signer`: answers a request to sign. `delegate`: prepares it for its owner. */
  part: z.enum(['main', 'signer', 'delegate']),
  /** What confirms it when nothing else has to be filled in, as `tasks.complete` takes it; null: it has to be opened. */
  confirmation: z.object({ label: z.string(), data: formData, recordRevision: z.number().int() }).nullable(),
});
export type TaskSummary = z.infer<typeof taskSummary>;

export const listTasks = endpoint({
  id: 'tasks.list',
  method: 'GET',
  path: '/api/tasks',
  summary: 'The caller’s open tasks, most urgent first',
  permission: 'task.list',
  params: none,
  query: pageQuery.extend({
    q: z.string().trim().max(30).optional(),
    formKey: z.string().max(100).optional(),
    due: z.enum(['overdue', 'today', 'later']).optional(),
    elementId: z.string().max(100).optional(),
  }),
  body: none,
  response: z.object({
    items: z.array(taskSummary),
    next: z.string().nullable(),
    counts: z.object({ all: z.number().int(), overdue: z.number().int(), today: z.number().int() }),
    /** The forms that occur among the caller’s open tasks, for the filter. */
    forms: z.array(z.object({ formKey: z.string(), name: z.string(), count: z.number().int() })),
  }),
});

export const getTask = endpoint({
  id: 'tasks.get',
  method: 'GET',
  path: '/api/tasks/:id',
  summary: 'One task: what to decide on, the form to fill, and what changed since last time',
  permission: 'task.read',
  target: { kind: 'task', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    task: taskSummary,
    /** The task’s own form (e.g. the decision), or the record’s form when the task is to correct it. */
    form: z.object({
      key: z.string(),
      definition: formDefinition,
      permission: fieldPermission,
      data: formData,
    }),
    /** The record under decision; null when the task’s form is the record itself. */
    record: z
      .object({
        summary: recordSummary,
        definition: formDefinition,
        data: formData,
        /** Keys of components whose value differs from the revision decided on last time. */
        changed: z.array(z.string()),
      })
      .nullable(),
    /** The component of the task’s form whose values are shown as buttons, with the values in order. */
    outcome: z
      .object({
        key: z.string(),
        remark: z.string().nullable(),
        values: z.array(
          z.object({ value: z.string(), label: z.string(), kind: z.enum(['confirm', 'return', 'other']) }),
        ),
      })
      .nullable(),
    returnReason: z.object({ text: z.string(), by: personRef, at: instant }).nullable(),
    /** Revision of the record that was read; a completion of a stale one is refused. */
    recordRevision: z.number().int(),
  }),
});
export type TaskDetail = z.infer<typeof getTask.response>;

export const completeTask = endpoint({
  id: 'tasks.complete',
  method: 'POST',
  path: '/api/tasks/:id/complete',
  summary: 'Complete a task: submission, engine state, tasks, history, audit and outbox in one transaction',
  permission: 'task.complete',
  target: { kind: 'task', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ data: formData, recordRevision: z.number().int() }),
  idempotent: true,
  response: z.object({
    taskId: id,
    completedAt: instant,
    record: recordSummary.nullable(),
    /** The next open task of the caller in the order of the inbox. */
    next: taskSummary.nullable(),
  }),
});
