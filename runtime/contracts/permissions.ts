/**
 * What a route may ask for. Who holds a permission, and over what, stands in one table:
 * `server/identity/policy.ts`. A permission that no row of the table grants is held by nobody.
 */
export const permissions = [
  'session.own',
  'org.read',
  'roster.import',
  'student.list',
  'progress.read',
  'choice.list',
  'record.create',
  'record.read',
  'draft.write',
  'attachment.create',
  'attachment.read',
  'task.list',
  'task.read',
  'task.complete',
  'task.claim',
  'task.hand-on',
  'task.return',
  'task.sign',
  'task.copy',
  'instance.read',
  'instance.remind',
  'instance.withdraw',
  'instance.take-back',
  'notice.list',
  'notice.read',
  'archive.read',
  'notification.own',
  'plan.read',
  'plan.edit',
  'plan.publish',
  'filing.read',
  'filing.decide',
  'operation.read',
  'operation.manage',
  'process.launch',
  'audit.read',
  'engine.read',
  'engine.manage',
  'external-task.work',
] as const;

export type Permission = (typeof permissions)[number];

/** What the id in a route's path points at; decides which relation to the caller is looked up. */
export const targetKinds = [
  'org-unit',
  'student',
  'record',
  'task',
  'instance',
  'attachment',
  'notice',
  'layer',
  'bundle',
  'filing',
  'job',
  'incident',
] as const;
export type TargetKind = (typeof targetKinds)[number];
