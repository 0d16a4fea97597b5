/** Accounts of the dialect: each is one name with one password (HTTP Basic). */
export const accounts = ['worker', 'engine'] as const;
export type Account = (typeof accounts)[number];

/**
 * The one table of who may do what under `/engine-rest`. `worker` may do what an external-task worker does and nothing
 * else; `engine` administers the engine. What has no row here is not mounted.
 */
export const accessTable = {
  'engine.describe': ['worker', 'engine'],
  'external-task.read': ['worker', 'engine'],
  /** Fetch, lock, unlock, extend, complete, report failures and errors. */
  'external-task.work': ['worker', 'engine'],
  /** Bytes of a variable of a task that the worker was given: clients load files when they need them. */
  'variable.download': ['worker', 'engine'],
  'external-task.manage': ['engine'],
  'definition.read': ['engine'],
  'definition.manage': ['engine'],
  'deployment.read': ['engine'],
  'deployment.manage': ['engine'],
  'instance.read': ['engine'],
  'instance.start': ['engine'],
  'instance.manage': ['engine'],
  'event.deliver': ['engine'],
  'task.read': ['engine'],
  'task.work': ['engine'],
  'job.read': ['engine'],
  'job.manage': ['engine'],
  'incident.read': ['engine'],
  'incident.manage': ['engine'],
  'history.read': ['engine'],
} as const satisfies Record<string, readonly Account[]>;

export type RestPermission = keyof typeof accessTable;

export const mayDo = (account: Account, permission: RestPermission): boolean =>
  Object.hasOwn(accessTable, permission) && (accessTable[permission] as readonly Account[]).includes(account);
