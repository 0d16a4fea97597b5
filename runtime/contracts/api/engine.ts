import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, none, pageQuery } from './values.ts';

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
        resolution: z.enum(['repaired', 'gone', 'retried', 'dropped']).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const engineCommand = z.object({
  id,
  /** As in docs/engine-camunda.md: `start`, `complete-task`, `modify` … */
  kind: z.string(),
  state: z.enum(['waiting', 'refused']),
  /** Null: it names no instance, as a message does. */
  instanceId: id.nullable(),
  processName: z.string().nullable(),
  /** Name of the step whose task it ends. */
  elementName: z.string().nullable(),
  since: instant,
  /** When it is sent again; null: now, or never. */
  nextTry: instant.nullable(),
  /** Sent before, and nobody knows yet whether it has happened. */
  sent: z.boolean(),
  /** The engine's words. Holds nothing that was recorded of a pupil. */
  message: z.string().nullable(),
  /** Whether it may be given up. */
  droppable: z.boolean(),
});
export type EngineCommandSummary = z.infer<typeof engineCommand>;

export const listEngineCommands = endpoint({
  id: 'engine.commands',
  method: 'GET',
  path: '/api/engine/commands',
  summary:
    'What waits for the Camunda engine behind this server or was refused by it, refused first, then oldest first',
  permission: 'engine.read',
  params: none,
  query: z.object({ limit: pageQuery.shape.limit }),
  body: none,
  response: z.object({
    engine: z.enum(['embedded', 'camunda']),
    items: z.array(engineCommand),
    /** All of them, whatever the limit. */
    waiting: z.number().int(),
    refused: z.number().int(),
  }),
});

export const retryEngineCommand = endpoint({
  id: 'engine.retry-command',
  method: 'POST',
  path: '/api/engine/commands/:id/retry',
  summary:
    'Send a command that waits or was refused to the engine now; it looks first whether it has happened',
  permission: 'engine.manage',
  params: idParams,
  query: none,
  body: none,
  idempotent: true,
  response: none,
});

export const dropEngineCommand = endpoint({
  id: 'engine.drop-command',
  method: 'POST',
  path: '/api/engine/commands/:id/drop',
  summary:
    'Give up a command that the engine has refused: a task that it had ended opens again, a start is withdrawn',
  permission: 'engine.manage',
  params: idParams,
  query: none,
  body: z.object({ reason: z.string().trim().min(1).max(200) }),
  idempotent: true,
  response: none,
});
