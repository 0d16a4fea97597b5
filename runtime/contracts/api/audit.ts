import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, none, pageQuery } from './values.ts';

export const listAudit = endpoint({
  id: 'audit.list',
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit log, newest first: who did or read what and when; no content of pupils’ files',
  permission: 'audit.read',
  params: none,
  query: pageQuery.extend({ action: z.string().max(60).optional(), objectId: id.optional() }),
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        id,
        at: instant,
        actor: z.string(),
        action: z.string(),
        objectKind: z.string(),
        objectId: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    next: z.string().nullable(),
  }),
});
