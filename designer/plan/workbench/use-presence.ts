import { keepPresence, presenceSeconds } from '@oneplan/runtime/contracts/api/layers.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

export type Present = AnswerOf<typeof keepPresence>['others'];

const nobody: Present = [];

/** Tells the server, as long as the page is open, what one has open, and answers who else has the layer open. */
export function usePresence(layerId: string, place: string | null, enabled: boolean): Present {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [keepPresence.id, layerId, place],
    queryFn: ({ signal }) => api.call(keepPresence, { params: { id: layerId }, body: { place }, signal }),
    // Twice within the time after which one counts as gone.
    refetchInterval: (presenceSeconds * 1_000) / 2,
    placeholderData: (before) => before,
    retry: false,
    enabled,
  });
  useEffect(() => {
    if (!enabled) return;
    return () => {
      const body = { place: null, leaving: true };
      // Whoever cannot say so counts as gone after a while.
      api.call(keepPresence, { params: { id: layerId }, body }).catch(() => undefined);
    };
  }, [api, layerId, enabled]);
  return data?.others ?? nobody;
}
