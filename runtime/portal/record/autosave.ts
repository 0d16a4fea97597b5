/** How a draft stands: nothing to keep, changed and waiting, on its way, kept, or not kept. */
export type AutosaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed' };

export interface AutosaveOptions<T> {
  /** Keeps the draft; answers when it was kept. */
  readonly save: (draft: T) => Promise<string>;
  /** Runs `then` after so many ms; the answer calls it off. */
  readonly schedule: (then: () => void, ms: number) => () => void;
  readonly onState: (state: AutosaveState) => void;
}

export interface Autosave<T> {
  /** The draft has changed: it is kept a second after the last change. */
  changed(draft: T): void;
  /** Keeps at once what is not kept yet, e.g. when the page is left. */
  flush(): void;
  /** The draft is of no use any more: nothing is kept from here on. Resolves when nothing is on its way. */
  stop(): Promise<void>;
}

/** ms */
const quietTime = 1_000;
const retryTime = 5_000;

/**
 * Keeps a draft while it is being written. At most one save is on its way at a time, so that an older draft can
 * never arrive after a newer one; a failed save is tried again until it succeeds or is overtaken.
 */
export function createAutosave<T>({ save, schedule, onState }: AutosaveOptions<T>): Autosave<T> {
  let pending: { draft: T } | null = null;
  let running: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;

  const later = (ms: number) => {
    cancel?.();
    cancel = schedule(() => {
      cancel = null;
      run();
    }, ms);
  };

  const run = () => {
    if (running !== null || pending === null || stopped) return;
    const { draft } = pending;
    pending = null;
    onState({ kind: 'saving' });
    running = save(draft)
      .then((at) => {
        running = null;
        if (stopped) return;
        if (pending === null) onState({ kind: 'saved', at });
        else if (cancel === null) run();
      })
      .catch(() => {
        running = null;
        if (stopped) return;
        pending ??= { draft };
        onState({ kind: 'failed' });
        later(retryTime);
      });
  };

  return {
    changed(draft) {
      if (stopped) return;
      pending = { draft };
      if (running === null) onState({ kind: 'waiting' });
      later(quietTime);
    },
    flush() {
      if (pending === null || stopped) return;
      cancel?.();
      cancel = null;
      run();
    },
    async stop() {
      stopped = true;
      pending = null;
      cancel?.();
      cancel = null;
      await running;
    },
  };
}
