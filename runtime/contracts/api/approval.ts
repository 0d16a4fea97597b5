import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { taskSummary } from './tasks.ts';
import { formData, id, idParams, instant, none, personRef } from './values.ts';

/**
 * What people do with tasks besides completing them, as Chinese approval practice knows it.
 * The semantics of each stand in `docs/approval-practice.md`.
 */
export const taskEventKinds = [
  /** 领取, 放回 */
  'claimed',
  'unclaimed',
  /** 转办 */
  'reassigned',
  /** 委派, and its answer */
  'delegated',
  'delegation-resolved',
  /** 加签, 减签, and a signer's answer */
  'signer-added',
  'signer-removed',
  'signed',
  'objected',
  /** 退回 to an earlier step */
  'returned',
  /** 撤销 by who started it, 撤回 of a decision of one's own */
  'withdrawn',
  'taken-back',
  /** 抄送, 催办 */
  'copied',
  'reminded-by-hand',
  /** 空审批人 */
  'nobody-found',
  'passed-up',
  'skipped',
] as const;
export type TaskEventKind = (typeof taskEventKinds)[number];

const reason = z.string().trim().min(1).max(500);
const people = z.array(id).min(1).max(20);
const done = z.object({ at: instant });

function taskAction<B extends z.ZodType>(
  name: string,
  summary: string,
  permission: 'task.claim' | 'task.hand-on' | 'task.return' | 'task.sign' | 'task.copy',
  body: B,
) {
  return endpoint({
    id: `tasks.${name}`,
    method: 'POST',
    path: `/api/tasks/:id/${name}`,
    summary,
    permission,
    target: { kind: 'task', from: 'params.id' },
    params: idParams,
    query: none,
    body,
    idempotent: true,
    response: done,
  });
}

export const claimTask = taskAction(
  'claim',
  'Take a task that is offered to several (领取)',
  'task.claim',
  none,
);
export const unclaimTask = taskAction('unclaim', 'Offer a task again that one took', 'task.claim', none);
export const reassignTask = taskAction(
  'reassign',
  'Hand a task on to somebody else for good (转办)',
  'task.hand-on',
  z.object({ to: id, reason }),
);
export const delegateTask = taskAction(
  'delegate',
  'Ask somebody to prepare a task; it comes back (委派)',
  'task.hand-on',
  z.object({ to: id, reason }),
);
export const resolveTask = taskAction(
  'resolve',
  'Give a delegated task back with an opinion',
  'task.hand-on',
  z.object({ opinion: reason }),
);
export const returnTask = taskAction(
  'return',
  'Return the work to an earlier step that the shape of the process allows (退回)',
  'task.return',
  z.object({ elementId: z.string().min(1).max(100), reason }),
);
export const addSigners = taskAction(
  'signers',
  'Ask others to sign as well: before, beside or after oneself (加签)',
  'task.sign',
  z.object({ people, position: z.enum(['before', 'parallel', 'after']), reason }),
);
export const removeSigner = taskAction(
  'remove-signer',
  'Take back a request to sign that was not answered yet (减签)',
  'task.sign',
  z.object({ person: id, reason }),
);
export const signTask = taskAction(
  'sign',
  'Answer a request to sign: agree, or object with a reason',
  'task.sign',
  z.object({ agrees: z.boolean(), opinion: z.string().trim().max(500) }),
);
export const copyTask = taskAction(
  'copy',
  'Send a copy to colleagues, who may then read it (抄送)',
  'task.copy',
  z.object({ people, note: z.string().trim().max(500) }),
);

export const taskColleagues = endpoint({
  id: 'tasks.colleagues',
  method: 'GET',
  path: '/api/tasks/:id/colleagues',
  summary: 'People of the pupil’s school to whom the task can be handed on',
  permission: 'task.hand-on',
  target: { kind: 'task', from: 'params.id' },
  params: idParams,
  query: z.object({ q: z.string().trim().max(30).optional() }),
  body: none,
  response: z.object({ items: z.array(personRef.extend({ roles: z.array(z.string()) })) }),
});

export const taskActions = endpoint({
  id: 'tasks.actions',
  method: 'GET',
  path: '/api/tasks/:id/actions',
  summary: 'What can be done with a task besides completing it: steps to return to, signers, delegation',
  permission: 'task.read',
  target: { kind: 'task', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  response: z.object({
    /** `main`: decides. `signer`: answers a request to sign. `delegate`: prepares it for its owner. */
    part: z.enum(['main', 'signer', 'delegate']),
    claimed: z.boolean(),
    claimable: z.boolean(),
    owner: personRef.nullable(),
    returnSteps: z.array(
      z.object({
        elementId: z.string(),
        name: z.string(),
        /** Names of steps at which the work of others ends by it. */
        endsWorkAt: z.array(z.string()),
      }),
    ),
    signers: z.array(
      z.object({
        person: personRef,
        position: z.enum(['before', 'parallel', 'after']),
        state: z.enum(['asked', 'waiting', 'agreed', 'objected']),
        opinion: z.string().nullable(),
      }),
    ),
  }),
});
export type TaskActions = z.infer<typeof taskActions.response>;

export const completeTasks = endpoint({
  id: 'tasks.complete-many',
  method: 'POST',
  path: '/api/task-completions',
  summary: 'Complete many tasks in one call; each row has its own result, a refused row changes nothing',
  permission: 'task.list',
  params: none,
  query: none,
  body: z.object({
    items: z
      .array(z.object({ taskId: id, data: formData, recordRevision: z.number().int() }))
      .min(1)
      .max(200),
  }),
  idempotent: true,
  response: z.object({
    items: z.array(
      z.object({
        taskId: id,
        /** Null: completed. Otherwise why it was refused, as a problem of the single call would say. */
        problem: z.looseObject({ code: z.string(), title: z.string(), status: z.number().int() }).nullable(),
      }),
    ),
    completed: z.number().int(),
    next: taskSummary.nullable(),
  }),
});

export const remindInstance = endpoint({
  id: 'instances.remind',
  method: 'POST',
  path: '/api/instances/:id/remind',
  summary: 'Remind everybody at whose task the instance waits (催办); once a day',
  permission: 'instance.remind',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: none,
  idempotent: true,
  response: z.object({ at: instant, reminded: z.number().int() }),
});

export const takeBack = endpoint({
  id: 'instances.take-back',
  method: 'POST',
  path: '/api/instances/:id/take-back',
  summary: 'Take back one’s last decision while nobody has acted on it (撤回)',
  permission: 'instance.take-back',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ reason }),
  idempotent: true,
  response: done,
});

export const withdrawInstance = endpoint({
  id: 'instances.withdraw',
  method: 'POST',
  path: '/api/instances/:id/withdraw',
  summary: 'Withdraw what one started, as long as nobody has decided on it (撤销)',
  permission: 'instance.withdraw',
  target: { kind: 'instance', from: 'params.id' },
  params: idParams,
  query: none,
  body: z.object({ reason }),
  idempotent: true,
  response: done,
});
