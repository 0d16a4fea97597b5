import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModificationPreview } from '../../../contracts/api/operated-instances.ts';
import { ApiProblem } from '../../../ui/api/api-problem.ts';
import { useProblemText } from '../../app/problem-words.ts';
import { type Move, movesNothing } from './move.ts';

export interface Consequences {
  /** Null: not known yet, or it cannot be done. */
  readonly preview: ModificationPreview | null;
  /** Why it cannot be done, in words. */
  readonly refusal: string | null;
  /** Whether it may be done: it works, or only the engine that the flow runs on can tell. */
  readonly possible: boolean;
}

const unknown: Consequences = { preview: null, refusal: null, possible: false };

/** What a move would bring about, asked anew whenever it changes; an answer to an earlier one is dropped. */
export function useConsequences(move: Move, ask: () => Promise<ModificationPreview>): Consequences {
  const { t } = useTranslation('portal');
  const textOf = useProblemText();
  const [known, setKnown] = useState(unknown);
  const refusalOf = (error: unknown): Consequences => {
    const reason = error instanceof ApiProblem ? error.detail.reason : undefined;
    if (reason === 'OTHER_ENGINE')
      return { preview: null, refusal: t('operations.move.otherEngine'), possible: true };
    const refusal = reason === 'NOTHING_LEFT' ? t('operations.move.nothingLeft') : textOf(error);
    return { preview: null, refusal, possible: false };
  };
  const latest = useRef({ ask, refusalOf });
  latest.current = { ask, refusalOf };
  const wanted = JSON.stringify(move);
  useEffect(() => {
    let dropped = false;
    setKnown(unknown);
    if (movesNothing(JSON.parse(wanted) as Move)) return;
    latest.current
      .ask()
      .then((preview) => !dropped && setKnown({ preview, refusal: null, possible: true }))
      .catch((error: unknown) => {
        if (!dropped) setKnown(latest.current.refusalOf(error));
      });
    return () => {
      dropped = true;
    };
  }, [wanted]);
  return known;
}
