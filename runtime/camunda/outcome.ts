/** What became of a command that was delivered. */
export type Outcome =
  /** The engine has done it, now or at an earlier try. */
  | { readonly type: 'done' }
  /** Instances that carry our id, oldest first: one, or more when a start whose answer was lost was repeated. */
  | { readonly type: 'started'; readonly engineInstanceIds: readonly string[] }
  /** Instances on the engine that a message or signal has reached or started, called ones among them. */
  | { readonly type: 'reached'; readonly engineInstanceIds: readonly string[] }
  /** The engine has gone on without us: the task was completed by others, cancelled, or the instance has ended. */
  | { readonly type: 'overtaken'; readonly reason: string };

export const done: Outcome = { type: 'done' };
