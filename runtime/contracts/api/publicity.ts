import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, none, orgUnitRef, pageQuery, studentRef } from './values.ts';

/** Notice (公示): an allow-listed projection of a record, for a bounded audience and time. */
export const notice = z.object({
  id,
  heading: z.string(),
  studentName: z.string(),
  className: z.string(),
  audience: orgUnitRef,
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  opensAt: instant,
  closesAt: instant.nullable(),
  closedAt: instant.nullable(),
  state: z.enum(['open', 'closed']),
});
export type Notice = z.infer<typeof notice>;

export const listNotices = endpoint({
  id: 'notices.list',
  method: 'GET',
  path: '/api/notices',
  summary: 'The notices whose audience the caller belongs to',
  permission: 'notice.list',
  params: none,
  query: pageQuery.extend({ state: z.enum(['open', 'closed']).default('open') }),
  body: none,
  response: z.object({ items: z.array(notice), next: z.string().nullable() }),
});

export const getNotice = endpoint({
  id: 'notices.get',
  method: 'GET',
  path: '/api/notices/:id',
  summary: 'One notice',
  permission: 'notice.read',
  target: { kind: 'notice', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: notice,
});

export const archiveEntry = z.object({
  id,
  termSlot: z.number().int(),
  termName: z.string(),
  dimension: z.string(),
  formName: z.string(),
  title: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  attachments: z.array(z.object({ id, name: z.string(), type: z.string(), url: z.string() })),
  recordId: id,
  archivedAt: instant,
  /** SHA-256 over the entry’s canonical content and the entry before it: shows that nothing was changed or removed. */
  seal: z.string(),
});

export const getArchive = endpoint({
  id: 'archive.get',
  method: 'GET',
  path: '/api/students/:id/archive',
  summary: 'The growth record (档案) of a pupil',
  permission: 'archive.read',
  target: { kind: 'student', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    student: studentRef,
    sealed: z.boolean(),
    dimensions: z.array(z.object({ name: z.string(), count: z.number().int() })),
    entries: z.array(archiveEntry),
  }),
});
export type Archive = z.infer<typeof getArchive.response>;

export const notification = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  recordId: id.nullable(),
  taskId: id.nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const listNotifications = endpoint({
  id: 'notifications.list',
  method: 'GET',
  path: '/api/notifications',
  summary: 'The caller’s messages, newest first',
  permission: 'notification.own',
  params: none,
  query: none,
  body: none,
  response: z.object({ items: z.array(notification), unread: z.number().int() }),
});

export const readNotifications = endpoint({
  id: 'notifications.read',
  method: 'PUT',
  path: '/api/notifications/read',
  summary: 'Mark all messages of the caller as read',
  permission: 'notification.own',
  params: none,
  query: none,
  body: none,
  response: z.object({ unread: z.number().int() }),
});
