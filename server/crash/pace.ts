import type { Kills } from './killer.ts';

const minute = 60_000;

/** How long a run of kills will take at the pace that it has, and whether that is within its limit. */
export class Pace {
  readonly #began = performance.now();
  readonly #kills: number;
  readonly #limit: number | undefined;

  /** `limit` in milliseconds. */
  constructor(working: Kills, settling: Kills, limit?: number) {
    this.#kills = working.server + working.database + settling.server + settling.database;
    this.#limit = limit;
  }

  /** After so many of the kills. */
  inWords(kills: number): string {
    const whole = ((performance.now() - this.#began) / Math.max(1, kills)) * this.#kills;
    const minutes = (time: number) => `${(time / minute).toFixed(1)} min`;
    const estimate = `the run takes about ${minutes(whole)} at this pace`;
    if (this.#limit === undefined || whole <= this.#limit) return estimate;
    return `WARNING: ${estimate} and ends early after ${minutes(this.#limit)}; --minutes gives it more`;
  }
}
