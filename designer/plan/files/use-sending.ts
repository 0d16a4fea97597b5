import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** One thing after the other that is done with a file: what is being done now, and why the last one failed. */
export interface Sending {
  /** null: nothing is under way. */
  readonly words: string | null;
  readonly failure: string | null;
  /** Answers whether it went well. `handled`: what an error means beside its text; true: nothing more is said of it. */
  readonly run: (
    words: string,
    work: () => Promise<void>,
    handled?: (error: unknown) => boolean,
  ) => Promise<boolean>;
  readonly onProgress: (share: number) => void;
}

export function useSending(): Sending {
  const { t } = useTranslation('designer');
  const textOf = useProblemText();
  const [words, setWords] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const run: Sending['run'] = async (said, work, handled) => {
    setWords(said);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (!handled?.(error)) setFailure(textOf(error));
      return false;
    } finally {
      setWords(null);
    }
  };
  const onProgress = (share: number) => {
    if (share < 1) setWords(t('planFile.uploading', { percent: Math.round(share * 100) }));
  };
  return { words, failure, run, onProgress };
}
