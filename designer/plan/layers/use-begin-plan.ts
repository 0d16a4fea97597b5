import { createPlan, listLayerOffers, listShippedPlans } from '@oneplan/runtime/contracts/api/layers.ts';
import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import type { CallInput } from '@oneplan/runtime/ui/api/client.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';

export type PlanBeginning = CallInput<typeof createPlan>['body'];

export interface BeginPlan {
  readonly begin: (beginning: PlanBeginning) => Promise<void>;
  readonly sending: boolean;
  /** Why it was refused. */
  readonly failure: string | null;
}

/** Begins a plan and opens its workbench. */
export function useBeginPlan(): BeginPlan {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const intention = useIntention();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const begin = async (body: PlanBeginning) => {
    setSending(true);
    setFailure(null);
    try {
      const { layer } = await api.call(createPlan, { body, idempotencyKey: intention.keyFor(body) });
      intention.settled();
      for (const endpoint of [listLayers, listLayerOffers, listShippedPlans])
        void queries.invalidateQueries({ queryKey: [endpoint.id] });
      await navigate(addresses.layer(layer.id));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setFailure(textOf(error));
      setSending(false);
    }
  };
  return { begin, sending, failure };
}
