/** One call of a platform action by a process. */
export interface EffectCall {
  /** Id of the external task. Whatever is done is keyed by it: the same call again changes nothing. */
  readonly taskId: string;
  readonly instanceId: string;
  /** Variables of the process instance, and those that the task's input mapping made. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A platform action. Rejects when it could not be done at all; it is never half done. */
export type PlatformEffect = (call: EffectCall) => Promise<void>;

/** What the workers do on the platform when a process says so: one action a topic. */
export interface PlatformEffects {
  /** Opens the notice that the variable `notice` names in the plan. */
  readonly openNotice: PlatformEffect;
  /** Closes the notice that the variable `notice` names. */
  readonly closeNotice: PlatformEffect;
  /** Appends the record to the pupil's archive, in the section that the variable `section` names. */
  readonly appendArchive: PlatformEffect;
  /** Tells the `recipient` (`user:<id>` or `role:<role of the plan>`) about `kind`. */
  readonly notify: PlatformEffect;
}
