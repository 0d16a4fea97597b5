import { getFiling, getLifecycle, listFilings } from '@oneplan/runtime/contracts/api/filings.ts';
import { checkLayer, getArtefact, getLayer, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

export type Lifecycle = AnswerOf<typeof getLifecycle>;

/** ms; the authority above decides while the page is open. */
const askAgain = 10_000;

/** Where the draft of a layer stands on its way to being published. */
export function useLifecycle(layerId: string) {
  return useAnswer(getLifecycle, { params: { id: layerId } }, { refetchInterval: askAgain });
}

/** What has been said of a layer and its filings is asked for anew. */
export function useForgetLifecycle(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const endpoint of [
      getLifecycle,
      getFiling,
      listFilings,
      getLayer,
      listLayers,
      checkLayer,
      getArtefact,
    ])
      void queries.invalidateQueries({ queryKey: [endpoint.id] });
  }, [queries]);
}
