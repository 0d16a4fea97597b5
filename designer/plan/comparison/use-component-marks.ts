import { type RefObject, useEffect, useRef } from 'react';
import type { ComponentMark } from './picture-marks.ts';

/** Marks the components of a form that Form.io draws, and again whenever it draws them anew. */
export function useComponentMarks(
  host: RefObject<HTMLElement | null>,
  marks: ReadonlyMap<string, ComponentMark>,
  word: (mark: ComponentMark) => string,
): void {
  const latest = useRef(word);
  latest.current = word;
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const draw = () => {
      for (const [path, mark] of marks)
        for (const found of element.querySelectorAll<HTMLElement>(selectorOf(path))) {
          found.dataset.change = mark;
          found.dataset.changeWord = latest.current(mark);
        }
    };
    draw();
    const observer = new MutationObserver(draw);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [host, marks]);
}

/** Form.io gives each component a class with its key; one inside a container or grid stands in that one’s. */
function selectorOf(path: string): string {
  return path
    .split('.')
    .map((key) => `.formio-component-${CSS.escape(key)}`)
    .join(' ');
}
