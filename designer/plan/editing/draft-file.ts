import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArtefactRef, ArtefactSummary } from '../artefact-ref.ts';

/** One file of the draft as it was read to be edited. */
export interface DraftFile {
  readonly artefact: ArtefactSummary;
  readonly content: string;
  readonly etag: string;
  /** New whenever the file was read anew: an editor starts over with it. */
  readonly opening: number;
}

let openings = 0;
let visits = 0;

/** Reads a file once when the page is opened, and again only when asked to: what is being edited stays put. */
export function useDraftFile(layerId: string, { kind, key }: ArtefactRef) {
  const api = useApi();
  // Several pages edit the manifest: what one has saved is not what the next, still cached, was opened with.
  const [visit] = useState(() => {
    visits += 1;
    return visits;
  });
  return useQuery<DraftFile>({
    queryKey: ['draft-file', layerId, kind, key, visit],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { data, etag } = await api.exchange(getArtefact, { params: { id: layerId, kind, key }, signal });
      const { content, ...artefact } = data;
      openings += 1;
      return { artefact, content, etag: etag ?? `"${artefact.revision}"`, opening: openings };
    },
  });
}
