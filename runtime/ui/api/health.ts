import { z } from 'zod';
import { none } from '../../contracts/api/values.ts';
import { endpoint } from '../../contracts/endpoint.ts';

/** What an unauthenticated page may know about the server. The demo’s accounts are told only by a demo. */
export const getHealth = endpoint({
  id: 'health.get',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server is up, and the accounts of the demo',
  permission: 'public',
  params: none,
  query: none,
  body: none,
  response: z.looseObject({
    demo: z.boolean().default(false),
    accounts: z
      .array(
        z.object({
          username: z.string(),
          name: z.string(),
          role: z.string(),
          password: z.string(),
          orgUnitName: z.string().default(''),
        }),
      )
      .default([]),
  }),
});
