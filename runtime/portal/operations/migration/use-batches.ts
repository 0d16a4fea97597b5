import { useRef, useState } from 'react';
import { useProblemText } from '../../app/problem-words.ts';

interface Batch<I> {
  readonly items: readonly I[];
  readonly next: string | null;
}

export interface Batches<I> {
  readonly items: readonly I[];
  readonly state: 'idle' | 'running' | 'stopped' | 'done';
  /** Why it stopped, in words. */
  readonly failure: string | null;
  /** Begins anew, or goes on where it stopped. Answers whether nothing is left. */
  readonly run: (ask: (after: string | undefined) => Promise<Batch<I>>) => Promise<boolean>;
}

/** A call that is made batch by batch until nothing is left; after a failure it can be gone on with. */
export function useBatches<I>(): Batches<I> {
  const textOf = useProblemText();
  const [items, setItems] = useState<readonly I[]>([]);
  const [state, setState] = useState<Batches<I>['state']>('idle');
  const [failure, setFailure] = useState<string | null>(null);
  /** The run that counts, and where it stands. */
  const course = useRef<{ after: string | undefined }>({ after: undefined });
  const begin = () => {
    course.current = { after: undefined };
    setItems([]);
    setFailure(null);
  };
  return {
    items,
    state,
    failure,
    run: async (ask) => {
      if (state !== 'stopped') begin();
      setFailure(null);
      setState('running');
      const own = course.current;
      try {
        for (;;) {
          const batch = await ask(own.after);
          if (course.current !== own) return false;
          setItems((before) => [...before, ...batch.items]);
          if (batch.next === null) break;
          own.after = batch.next;
        }
        setState('done');
        return true;
      } catch (error) {
        if (course.current !== own) return false;
        setFailure(textOf(error));
        setState('stopped');
        return false;
      }
    },
  };
}
