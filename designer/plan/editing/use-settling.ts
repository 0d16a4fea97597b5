import { type RefObject, useEffect, useRef } from 'react';

/** What a person does to an editor that reports its changes a moment later. */
const acts = ['input', 'change', 'keyup', 'pointerup'] as const;

/** Waits until an editor has been left alone for `quiet` ms, so that it has told of all that was done to it. */
export function useSettling(host: RefObject<HTMLElement | null>, quiet: number) {
  const last = useRef(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const note = () => {
      last.current = Date.now();
    };
    for (const act of acts) element.addEventListener(act, note, { capture: true });
    return () => {
      for (const act of acts) element.removeEventListener(act, note, { capture: true });
    };
  }, [host]);
  return {
    wait: async () => {
      const left = last.current + quiet - Date.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    },
  };
}
