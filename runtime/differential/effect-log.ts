import type { ActivityStarted, Effect, ExternalTaskCreated, UserTaskCreated } from '../engine/effect.ts';

/** Something that a command can be addressed to. */
export interface OpenWait {
  readonly kind: 'task' | 'external-task' | 'timer' | 'continuation' | 'message' | 'signal';
  readonly token: number;
  readonly elementId: string;
  /** of the message or signal */
  readonly name?: string;
  readonly due?: number;
  readonly task?: UserTaskCreated;
  readonly externalTask?: ExternalTaskCreated;
}

interface LoggedActivity {
  readonly started: ActivityStarted;
  ended: boolean;
  canceled: boolean;
}

/** What the effects of all steps of one instance add up to, as the tables of a server would. */
export class EffectLog {
  readonly #waits = new Map<number, OpenWait>();
  readonly #activities = new Map<number, LoggedActivity>();

  copy(): EffectLog {
    const copy = new EffectLog();
    for (const [token, wait] of this.#waits) copy.#waits.set(token, wait);
    for (const [number, activity] of this.#activities) copy.#activities.set(number, { ...activity });
    return copy;
  }

  add(effects: readonly Effect[]): void {
    for (const effect of effects) this.#add(effect);
  }

  /** Oldest first. */
  waits(...kinds: readonly OpenWait['kind'][]): OpenWait[] {
    return [...this.#waits.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => a.token - b.token);
  }

  activities(): readonly Readonly<LoggedActivity>[] {
    return [...this.#activities.values()];
  }

  activity(number: number): Readonly<LoggedActivity> | undefined {
    return this.#activities.get(number);
  }

  /** An element of the other version takes the place of the one that a token stands at. */
  move(token: number, elementId: string, name: string | undefined): void {
    const wait = this.#waits.get(token);
    if (wait !== undefined) this.#waits.set(token, { ...wait, elementId });
    const activity = this.#activities.get(token);
    if (activity === undefined) return;
    const { name: _, ...started } = activity.started;
    this.#activities.set(token, {
      ...activity,
      started: { ...started, elementId, ...(name !== undefined && { name }) },
    });
  }

  #add(effect: Effect): void {
    switch (effect.type) {
      case 'user-task-created':
        this.#wait(effect, { kind: 'task', task: effect });
        break;
      case 'external-task-created':
        this.#wait(effect, { kind: 'external-task', externalTask: effect });
        break;
      case 'timer-created':
        this.#wait(effect, { kind: 'timer', due: effect.dueAt });
        break;
      case 'continuation-created':
        this.#wait(effect, { kind: 'continuation' });
        break;
      case 'subscription-created':
        this.#wait(effect, { kind: effect.on, name: effect.name });
        break;
      case 'user-task-ended':
      case 'external-task-ended':
      case 'timer-ended':
      case 'continuation-ended':
      case 'subscription-ended':
        this.#end(effect.type, effect.token);
        break;
      case 'activity-started':
        this.#activities.set(effect.activity, { started: effect, ended: false, canceled: false });
        break;
      case 'activity-ended': {
        const activity = this.#activities.get(effect.activity);
        if (activity === undefined) throw new Error(`activity ${effect.activity} ended but never began`);
        if (activity.ended) throw new Error(`activity ${effect.activity} (${effect.elementId}) ended twice`);
        activity.ended = true;
        activity.canceled = effect.canceled;
        break;
      }
      default:
        break;
    }
  }

  #wait(
    effect: { readonly token: number; readonly elementId: string },
    wait: Omit<OpenWait, 'token' | 'elementId'>,
  ): void {
    const { token, elementId } = effect;
    if (this.#waits.has(token)) throw new Error(`token ${token} (${elementId}) waits for two things at once`);
    this.#waits.set(token, { ...wait, token, elementId });
  }

  #end(type: string, token: number): void {
    if (!this.#waits.delete(token)) throw new Error(`${type}: nothing waited for token ${token}`);
  }
}
