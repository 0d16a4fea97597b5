import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import { useDeferredValue, useMemo } from 'react';
import { findingSentence } from '../../findings/finding-sentence.ts';
import { useFindingWords } from '../../findings/use-finding-words.ts';
import { useMessageLanguage } from '../../use-message-language.ts';
import { findingsAt, liveFindings } from './live-findings.ts';
import type { ManifestDraft } from './manifest-draft.ts';

/** What is wrong with each entry as it stands in the editor, found while one types. */
export function useProblems({
  manifest,
  forms,
  locks,
}: Pick<ManifestDraft, 'manifest' | 'forms' | 'locks'>): ManifestDraft['problemsOf'] {
  const words = useFindingWords();
  const settled = useDeferredValue(manifest);
  const language = useMessageLanguage();
  return useMemo(() => {
    const findings = liveFindings(settled, forms);
    const refused = locks.findings(settled);
    return (pointer, element) => {
      const own = findingsAt(findings, pointer).map((finding) =>
        findingSentence({ ...finding, path: finding.path ?? '' }, words, language),
      );
      const byLock = refused
        .filter((it) => it.element === element || /^[#/]/.test(it.element.slice(element.length)))
        .filter((it) => it.element.startsWith(element))
        .map((finding) => lockMessage(finding, language));
      return [...new Set([...byLock, ...own])];
    };
  }, [settled, forms, locks, words, language]);
}
