import type { PlatformEffect, PlatformEffects } from './platform-effects.ts';

/** What a worker does for one topic of external tasks. */
export interface Topic {
  readonly topic: string;
  /** How long a task is locked; extended at half of it for as long as the work goes on. */
  readonly lockMilliseconds: number;
  readonly effect: (effects: PlatformEffects) => PlatformEffect;
}
