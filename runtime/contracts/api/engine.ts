import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, none, pageQuery } from './values.ts';

export const listEngineMismatches = endpoint({
  id: 'engine.mismatches',
  method: 'GET',
  path: '/api/engine/mismatches',
  summary:
    'Where this server and the Camunda engine behind it differ, newest first; empty on the embedded engine',
  permission: 'engine.read',
  params: none,
  query: pageQuery.extend({
    /** `open`: what nobody and nothing has resolved. */
    state: z.enum(['open', 'all']).default('open'),
  }),
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        id,
        kind: z.string(),
        /** Instance, task, command or bundle of ours, or an instance on the engine. */
        objectId: z.string(),
        instanceId: id.nullable(),
        detail: z.string(),
        foundAt: instant,
        lastSeenAt: instant,
        resolvedAt: instant.nullable(),
        resolution: z.enum(['repaired', 'gone', 'retried']).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
