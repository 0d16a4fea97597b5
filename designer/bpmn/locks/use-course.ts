import { useCallback, useRef, useState } from 'react';
import type { CourseFinding } from './course-list.tsx';
import type { LockWords } from './lock-words.ts';
import type { ProcessLocks } from './process-locks.ts';

/** Judges the course of the process anew after each change; an answer that a later change has overtaken is dropped. */
export function useCourse(locks: ProcessLocks | undefined, words: LockWords) {
  const [findings, setFindings] = useState<readonly CourseFinding[]>([]);
  const asked = useRef(0);
  const saying = useRef(words);
  saying.current = words;
  const judge = useCallback(
    async (xml: string) => {
      asked.current += 1;
      const mine = asked.current;
      const found = (await locks?.course(xml)) ?? [];
      if (mine !== asked.current) return;
      setFindings(
        found.map((finding) => ({
          key: [finding.rule, finding.element, ...finding.path].join(' '),
          sentence: saying.current.course(finding),
          severity: finding.severity,
          element: finding.element,
          path: finding.path,
        })),
      );
    },
    [locks],
  );
  return { findings, judge };
}
