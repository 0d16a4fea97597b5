import { describe, expect, test } from '@jest/globals';
import { type AutosaveState, createAutosave } from './autosave.ts';

/** A clock that moves only when told, and a store whose answers are given by hand. */
function stage() {
  let timer: { then: () => void; ms: number } | null = null;
  const saved: string[] = [];
  const states: AutosaveState['kind'][] = [];
  const answers: { resolve: (at: string) => void; reject: (reason: Error) => void }[] = [];
  const autosave = createAutosave<string>({
    save: (draft) => {
      saved.push(draft);
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    schedule: (then, ms) => {
      const own = { then, ms };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    onState: (state) => states.push(state.kind),
  });
  return {
    autosave,
    saved,
    states,
    waits: () => timer?.ms ?? null,
    elapse: () => {
      const due = timer;
      timer = null;
      due?.then();
    },
    answer: async (n: number) => {
      answers[n]?.resolve('2026-03-01T08:00:00Z');
      await new Promise((resolve) => setImmediate(resolve));
    },
    fail: async (n: number) => {
      answers[n]?.reject(new Error('offline'));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('autosave', () => {
  test('keeps only the last of quick changes, one second after it', async () => {
    const s = stage();
    s.autosave.changed('a');
    s.autosave.changed('ab');
    expect(s.waits()).toBe(1_000);
    s.elapse();
    await s.answer(0);
    expect(s.saved).toEqual(['ab']);
    expect(s.states).toEqual(['waiting', 'waiting', 'saving', 'saved']);
  });

  test('never has two saves on their way, so an older draft cannot overwrite a newer one', async () => {
    const s = stage();
    s.autosave.changed('a');
    s.elapse();
    s.autosave.changed('ab');
    s.elapse();
    expect(s.saved).toEqual(['a']);
    await s.answer(0);
    expect(s.saved).toEqual(['a', 'ab']);
  });

  test('tries a failed save again', async () => {
    const s = stage();
    s.autosave.changed('a');
    s.elapse();
    await s.fail(0);
    expect(s.states.at(-1)).toBe('failed');
    s.elapse();
    await s.answer(1);
    expect(s.saved).toEqual(['a', 'a']);
    expect(s.states.at(-1)).toBe('saved');
  });

  test('keeps the newest draft after a failure, not the one that failed', async () => {
    const s = stage();
    s.autosave.changed('a');
    s.elapse();
    s.autosave.changed('ab');
    await s.fail(0);
    s.elapse();
    expect(s.saved).toEqual(['a', 'ab']);
  });

  test('flush keeps at once what waits', () => {
    const s = stage();
    s.autosave.changed('a');
    s.autosave.flush();
    expect([s.saved, s.waits()]).toEqual([['a'], null]);
  });

  test('keeps nothing after it was stopped', () => {
    const s = stage();
    s.autosave.changed('a');
    void s.autosave.stop();
    s.elapse();
    s.autosave.changed('ab');
    expect([s.saved, s.waits()]).toEqual([[], null]);
  });
});
