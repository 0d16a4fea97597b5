import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import { useMemo } from 'react';
import { findingSentence } from '../../findings/finding-sentence.ts';
import { useFindingWords } from '../../findings/use-finding-words.ts';
import { useMessageLanguage } from '../../use-message-language.ts';
import type { CheckAnswer } from './check-request.ts';
import { findingsAt } from './live-findings.ts';
import type { ManifestDraft } from './manifest-draft.ts';

/** What was found wrong with each entry, in sentences. */
export function useProblems({ findings, refused }: CheckAnswer): ManifestDraft['problemsOf'] {
  const words = useFindingWords();
  const language = useMessageLanguage();
  return useMemo(
    () => (pointer, element) => {
      const own = findingsAt(findings, pointer).map((finding) =>
        findingSentence({ ...finding, path: finding.path ?? '' }, words, language),
      );
      const byLock = refused
        .filter((it) => it.element === element || /^[#/]/.test(it.element.slice(element.length)))
        .filter((it) => it.element.startsWith(element))
        .map((finding) => lockMessage(finding, language));
      return [...new Set([...byLock, ...own])];
    },
    [findings, refused, words, language],
  );
}
