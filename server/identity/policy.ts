import type { Permission } from '@oneplan/runtime/contracts/permissions.ts';
import type { Role } from '@oneplan/runtime/contracts/roles.ts';

/**
 * How the caller must stand to what the route is about:
 * - `own`: the caller's own things; for routes without a target (a route without a target is open to every role that
 *   the permission names, whatever the relation, and answers only what the relation lets the caller see);
 * - `self`: the target is, or belongs to, the pupil that the caller is;
 * - `child`: it belongs to a pupil whose verified guardian the caller is;
 * - `unit`: it lies in the org unit of the membership, or below;
 * - `above`: like `unit`, or the target lies on the way from that unit up to the root (plans of the layers above);
 * - `holder`: the task is assigned or offered to the caller;
 * - `took-part`: the caller completed, or holds, a task of the target's instance;
 * - `copied`: somebody sent the caller a copy of the target's instance (抄送);
 * - `audience`: the caller belongs to the notice's audience.
 */
export const relations = [
  'own',
  'self',
  'child',
  'unit',
  'above',
  'holder',
  'took-part',
  'copied',
  'audience',
] as const;
export type Relation = (typeof relations)[number];

interface PolicyRow {
  readonly permission: Permission;
  readonly relation: Relation;
  readonly roles: readonly Role[];
}

const everybody: readonly Role[] = [
  'city-admin',
  'district-admin',
  'school-admin',
  'principal',
  'grade-leader',
  'class-teacher',
  'subject-teacher',
  'group-member',
  'pupil',
  'guardian',
  'inspector',
  'system-auditor',
];
const staff: readonly Role[] = [
  'school-admin',
  'principal',
  'grade-leader',
  'class-teacher',
  'subject-teacher',
  'group-member',
];
const people: readonly Role[] = [...staff, 'pupil', 'guardian'];
const authorities: readonly Role[] = ['city-admin', 'district-admin'];

/**
 * The one table of who may do what. Denied unless a row allows; no other place decides.
 * Scopes follow the data scopes of the plan's roles (pupils: self; guardians: own children; class teachers: own
 * class; districts and city: numbers, not names; inspectors: assigned schools, read only; auditors: logs only).
 */
export const policy: readonly PolicyRow[] = [
  { permission: 'session.own', relation: 'own', roles: everybody },
  { permission: 'notification.own', relation: 'own', roles: everybody },

  {
    permission: 'org.read',
    relation: 'unit',
    roles: [...authorities, 'school-admin', 'principal', 'inspector'],
  },
  {
    permission: 'progress.read',
    relation: 'unit',
    roles: [...authorities, 'school-admin', 'principal', 'class-teacher', 'inspector'],
  },
  { permission: 'roster.import', relation: 'unit', roles: [...authorities, 'school-admin'] },
  { permission: 'student.list', relation: 'unit', roles: ['school-admin', 'class-teacher', 'inspector'] },

  { permission: 'choice.list', relation: 'own', roles: [...authorities, ...people] },
  { permission: 'record.create', relation: 'self', roles: ['pupil'] },
  { permission: 'draft.write', relation: 'self', roles: ['pupil'] },
  { permission: 'attachment.create', relation: 'self', roles: ['pupil'] },

  { permission: 'record.read', relation: 'self', roles: ['pupil'] },
  { permission: 'record.read', relation: 'child', roles: ['guardian'] },
  { permission: 'record.read', relation: 'unit', roles: ['class-teacher', 'inspector'] },
  { permission: 'attachment.read', relation: 'self', roles: ['pupil'] },
  { permission: 'attachment.read', relation: 'child', roles: ['guardian'] },
  { permission: 'attachment.read', relation: 'unit', roles: ['class-teacher', 'inspector'] },
  { permission: 'attachment.read', relation: 'took-part', roles: staff },
  { permission: 'instance.read', relation: 'self', roles: ['pupil'] },
  { permission: 'instance.read', relation: 'child', roles: ['guardian'] },
  { permission: 'instance.read', relation: 'unit', roles: ['class-teacher', 'inspector'] },
  { permission: 'instance.read', relation: 'took-part', roles: staff },
  { permission: 'instance.read', relation: 'copied', roles: staff },
  { permission: 'record.read', relation: 'copied', roles: staff },
  { permission: 'attachment.read', relation: 'copied', roles: staff },
  { permission: 'instance.remind', relation: 'self', roles: ['pupil'] },
  { permission: 'instance.remind', relation: 'child', roles: ['guardian'] },
  { permission: 'instance.remind', relation: 'took-part', roles: staff },
  { permission: 'instance.withdraw', relation: 'self', roles: ['pupil'] },
  { permission: 'instance.take-back', relation: 'took-part', roles: staff },
  { permission: 'archive.read', relation: 'self', roles: ['pupil'] },
  { permission: 'archive.read', relation: 'child', roles: ['guardian'] },
  { permission: 'archive.read', relation: 'unit', roles: ['class-teacher', 'inspector'] },

  { permission: 'task.list', relation: 'own', roles: [...people, ...authorities] },
  { permission: 'task.read', relation: 'holder', roles: [...people, ...authorities] },
  { permission: 'task.complete', relation: 'holder', roles: [...people, ...authorities] },
  { permission: 'task.claim', relation: 'holder', roles: staff },
  { permission: 'task.hand-on', relation: 'holder', roles: staff },
  { permission: 'task.return', relation: 'holder', roles: staff },
  { permission: 'task.sign', relation: 'holder', roles: staff },
  { permission: 'task.copy', relation: 'holder', roles: staff },

  { permission: 'notice.list', relation: 'own', roles: people },
  { permission: 'notice.read', relation: 'audience', roles: people },
  { permission: 'notice.read', relation: 'unit', roles: ['school-admin', 'principal', 'inspector'] },

  { permission: 'plan.read', relation: 'above', roles: [...authorities, 'school-admin', 'principal'] },
  { permission: 'plan.edit', relation: 'unit', roles: [...authorities, 'school-admin', 'principal'] },
  { permission: 'plan.publish', relation: 'unit', roles: [...authorities, 'school-admin', 'principal'] },

  { permission: 'filing.read', relation: 'unit', roles: [...authorities, 'school-admin', 'principal'] },
  { permission: 'filing.decide', relation: 'holder', roles: authorities },

  {
    permission: 'operation.read',
    relation: 'unit',
    roles: [...authorities, 'school-admin', 'principal'],
  },
  { permission: 'operation.manage', relation: 'unit', roles: [...authorities, 'school-admin'] },
  { permission: 'process.launch', relation: 'unit', roles: [...authorities, 'school-admin'] },

  { permission: 'audit.read', relation: 'own', roles: ['system-auditor'] },
  { permission: 'engine.read', relation: 'own', roles: ['city-admin', 'system-auditor'] },
  { permission: 'engine.manage', relation: 'own', roles: ['city-admin'] },
];
