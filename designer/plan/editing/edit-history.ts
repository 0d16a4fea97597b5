/** What is edited as it stands, and the states that lead back and forth. */
export interface EditHistory<T> {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** The place that was changed last: typing on at one place is one step. */
  readonly place: string | null;
}

export type HistoryStep = 'undo' | 'redo';

export type HistoryEvent<T> =
  | { readonly type: 'changed'; readonly place: string | null; readonly now: T }
  | { readonly type: HistoryStep };

const mostSteps = 100;

export function openedHistory<T>(now: T): EditHistory<T> {
  return { now, past: [], future: [], place: null };
}

/** The next state. Every change can be taken back, and done again until something else is changed. */
export function nextHistory<T>(history: EditHistory<T>, event: HistoryEvent<T>): EditHistory<T> {
  const { now, past, future, place } = history;
  switch (event.type) {
    case 'changed': {
      if (event.now === now) return history;
      const goesOn = event.place !== null && event.place === place && future.length === 0;
      return {
        now: event.now,
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
