import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, none, pageQuery } from './values.ts';

/** Work that failed for the last time and waits for a person. Holds nothing that was recorded of a pupil. */
export const incident = z.object({
  id,
  kind: z.enum(['failedJob', 'failedExternalTask']),
  at: instant,
  /** Null: the start of an instance failed. */
  instanceId: id.nullable(),
  processName: z.string(),
  elementId: z.string(),
  /** Name of the element in the diagram. */
  elementName: z.string(),
  /** Topic of an external task, kind of a job. */
  what: z.string(),
  message: z.string().nullable(),
  suspended: z.boolean(),
});
export type Incident = z.infer<typeof incident>;

const reason = z.object({ reason: z.string().trim().min(1).max(200) });
const changed = z.object({ suspended: z.boolean() });

export const listIncidents = endpoint({
  id: 'incidents.list',
  method: 'GET',
  path: '/api/org-units/:id/incidents',
  summary: 'What has failed for the last time in an org unit and below, newest first',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery,
  body: none,
  response: z.object({ items: z.array(incident), next: z.string().nullable() }),
});

export const resolveIncident = endpoint({
  id: 'incidents.resolve',
  method: 'POST',
  path: '/api/incidents/:id/resolve',
  summary: 'Give what failed new tries, due at once, and close the incident',
  permission: 'operation.manage',
  target: { kind: 'incident', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ retries: z.number().int().min(1).max(10).default(1) }),
  idempotent: true,
  response: none,
});

export const listJobs = endpoint({
  id: 'jobs.list',
  method: 'GET',
  path: '/api/instances/:id/jobs',
  summary: 'The timers and continuations that an instance waits for',
  permission: 'operation.read',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        id,
        kind: z.enum(['timer', 'continuation', 'start-timer']),
        elementId: z.string(),
        elementName: z.string(),
        /** Null: the instance is suspended and the clock stands still. */
        dueAt: instant.nullable(),
        /** Milliseconds that are left when the instance goes on; null while the clock runs. */
        left: z.number().int().nullable(),
        retries: z.number().int(),
        message: z.string().nullable(),
      }),
    ),
  }),
});

export const retryJob = endpoint({
  id: 'jobs.retry',
  method: 'POST',
  path: '/api/jobs/:id/retry',
  summary: 'Run a job now, with new tries',
  permission: 'operation.manage',
  target: { kind: 'job', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ retries: z.number().int().min(1).max(10).default(1) }),
  idempotent: true,
  response: none,
});

export const listSuspended = endpoint({
  id: 'suspended-instances.list',
  method: 'GET',
  path: '/api/org-units/:id/suspended-instances',
  summary: 'Process instances of an org unit whose clocks stand still, oldest first',
  permission: 'operation.read',
  target: { kind: 'org-unit', from: 'params.id' },
  params: idParams,
  query: pageQuery,
  body: none,
  response: z.object({
    items: z.array(
      z.object({
        id,
        processName: z.string(),
        suspendedAt: instant,
        /** Names of the elements where it stands. */
        active: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const suspendInstance = endpoint({
  id: 'instances.suspend',
  method: 'POST',
  path: '/api/instances/:id/suspend',
  summary: 'Stop an instance: its clocks stand still, its tasks cannot be done',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason,
  idempotent: true,
  response: changed,
});

export const activateInstance = endpoint({
  id: 'instances.activate',
  method: 'POST',
  path: '/api/instances/:id/activate',
  summary: 'Let a suspended instance go on; its clocks go on with what was left',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason,
  idempotent: true,
  response: changed,
});

export const cancelInstance = endpoint({
  id: 'instances.cancel',
  method: 'POST',
  path: '/api/instances/:id/cancel',
  summary: 'End an instance for good: its tasks go, its record counts as withdrawn',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason,
  idempotent: true,
  response: none,
});

const elementId = z.string().min(1).max(200);
const variableName = z.string().min(1).max(255);
const moveInstruction = z.discriminatedUnion('do', [
  /** What is active at the element. */
  z.object({ do: z.literal('cancel-all'), elementId }),
  z.object({ do: z.enum(['start-before', 'start-after']), elementId }),
  /** Takes the sequence flow. */
  z.object({ do: z.literal('start-transition'), flowId: elementId }),
]);

export const modifyInstance = endpoint({
  id: 'instances.modify',
  method: 'POST',
  path: '/api/instances/:id/modify',
  summary: 'Move an instance by hand: end what is active at elements and begin at others, all or none',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason.extend({ instructions: z.array(moveInstruction).min(1).max(50) }),
  idempotent: true,
  response: none,
});

export const setInstanceVariables = endpoint({
  id: 'instances.set-variables',
  method: 'POST',
  path: '/api/instances/:id/variables',
  summary: 'Set and remove process variables of an instance',
  permission: 'operation.manage',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason.extend({
    variables: z.record(variableName, z.json()).default({}),
    remove: z.array(variableName).max(50).default([]),
  }),
  idempotent: true,
  response: none,
});

export const suspendStudent = endpoint({
  id: 'students.suspend-instances',
  method: 'POST',
  path: '/api/students/:id/instances/suspend',
  summary: 'Freeze a pupil (冻结): stop every running instance about the pupil',
  permission: 'operation.manage',
  target: { kind: 'student', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason,
  idempotent: true,
  response: z.object({ count: z.number().int() }),
});

export const activateStudent = endpoint({
  id: 'students.activate-instances',
  method: 'POST',
  path: '/api/students/:id/instances/activate',
  summary: 'Unfreeze a pupil: every suspended instance about the pupil goes on with what was left',
  permission: 'operation.manage',
  target: { kind: 'student', from: 'params.id' },
  params: idParams,
  query: none,
  body: reason,
  idempotent: true,
  response: z.object({ count: z.number().int() }),
});
