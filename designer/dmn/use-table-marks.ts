import { type RefObject, useEffect, useRef } from 'react';
import type { DecisionLocks } from './locks/decision-locks.ts';

/**
 * Marks what dmn-js draws, and again whenever it draws anew: columns and rules that may not be changed, and rules that
 * match what is being tried. Names what dmn-js leaves without a name for those who listen.
 */
export function useTableMarks(
  host: RefObject<HTMLElement | null>,
  locks: DecisionLocks | undefined,
  hits: ReadonlySet<string> | undefined,
  ready: boolean,
): void {
  const latest = useRef({ locks, hits });
  latest.current = { locks, hits };
  const draw = useRef(() => {});
  useEffect(() => {
    const element = host.current;
    if (element === null || !ready) return;
    const held = latest.current.locks?.held() ?? [];
    draw.current = () => {
      for (const id of held)
        for (const found of element.querySelectorAll<HTMLElement>(
          `th[data-col-id="${CSS.escape(id)}"], td.rule-index[data-row-id="${CSS.escape(id)}"]`,
        ))
          mark(found, 'held', true);
      for (const cell of element.querySelectorAll<HTMLElement>('td[data-row-id]'))
        mark(cell, 'hit', latest.current.hits?.has(cell.dataset.rowId ?? '') ?? false);
    };
    draw.current();
    const observer = new MutationObserver(() => draw.current());
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [host, ready]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when other rules match
  useEffect(() => draw.current(), [hits]);
}

function mark(element: HTMLElement, name: 'held' | 'hit', on: boolean): void {
  if (on === name in element.dataset) return;
  if (on) element.dataset[name] = '';
  else delete element.dataset[name];
}
