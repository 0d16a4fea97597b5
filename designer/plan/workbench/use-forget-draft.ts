import { getLifecycle } from '@oneplan/runtime/contracts/api/filings.ts';
import { checkLayer, getArtefact, getLayer, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** What is known of the open layer is asked for anew: a file has come or gone. */
export function useForgetDraft() {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      [getLayer, checkLayer, getArtefact, listLayers, getLifecycle].map(({ id }) =>
        queries.invalidateQueries({ queryKey: [id] }),
      ),
    );
  }, [queries]);
}
