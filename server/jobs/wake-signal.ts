/**
 * Lets a loop rest until something may have happened. A wake-up that comes while the loop is busy is kept, so that
 * none is lost. The loop goes on in its own asynchronous context, never in the transaction of whoever wakes it.
 */
export class WakeSignal {
  #pending = false;
  #finish: ((woken: boolean) => void) | null = null;

  wake(): void {
    if (this.#finish) this.#finish(true);
    else this.#pending = true;
  }

  /** True: it was woken; false: `milliseconds` passed. One loop may wait at a time. */
  wait(milliseconds: number): Promise<boolean> {
    if (this.#pending) {
      this.#pending = false;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#finish?.(false), milliseconds);
      this.#finish = (woken) => {
        clearTimeout(timer);
        this.#finish = null;
        resolve(woken);
      };
    });
  }
}
