import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

/** The manifest as it stands in an editor, and the states that lead back and forth. */
export interface ManifestHistory {
  readonly now: PlanManifest;
  readonly past: readonly PlanManifest[];
  readonly future: readonly PlanManifest[];
  /** The place that was changed last: typing on at one place is one step. */
  readonly place: string | null;
}

export type HistoryEvent =
  | { readonly type: 'changed'; readonly place: string | null; readonly manifest: PlanManifest }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

const mostSteps = 100;

export function openedHistory(manifest: PlanManifest): ManifestHistory {
  return { now: manifest, past: [], future: [], place: null };
}

/** The next state. Every change can be taken back, and done again until something else is changed. */
export function nextHistory(history: ManifestHistory, event: HistoryEvent): ManifestHistory {
  const { now, past, future, place } = history;
  switch (event.type) {
    case 'changed': {
      if (event.manifest === now) return history;
      const goesOn = event.place !== null && event.place === place && future.length === 0;
      return {
        now: event.manifest,
        past: goesOn ? past : [...past, now].slice(-mostSteps),
        future: [],
        place: event.place,
      };
    }
    case 'undo': {
      const before = past.at(-1);
      return before === undefined
        ? history
        : { now: before, past: past.slice(0, -1), future: [now, ...future], place: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? history : { now: after, past: [...past, now], future: rest, place: null };
    }
  }
}
