import { getDraft } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { randomKey } from '@oneplan/runtime/ui/api/browser-client.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { type DraftFiles, draftFiles, readDraft } from './draft-files.ts';

export interface DraftPlan {
  readonly files: DraftFiles;
  /** null: the manifest cannot be used */
  readonly plan: PlanUnderCheck | null;
}

/** The saved draft as it is when the page is opened; a run that is being played keeps its plan. */
export function useDraftPlan() {
  const api = useApi();
  const { layer } = useWorkbench();
  // Of this page alone: what another one has read before a save must not be played.
  const [opening] = useState(randomKey);
  return useQuery<DraftPlan>({
    queryKey: ['draft-plan', layer.id, opening],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { files: all } = await api.call(getDraft, { params: { id: layer.id }, signal });
      const files = draftFiles(
        layer.planKey,
        all.filter(({ kind }) => kind !== 'scenario'),
      );
      return { files, plan: await readDraft(layer.planKey, files) };
    },
  });
}
