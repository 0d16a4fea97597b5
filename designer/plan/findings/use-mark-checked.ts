import { getLifecycle, markChecked } from '@oneplan/runtime/contracts/api/filings.ts';
import type { checkLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useQueryClient } from '@tanstack/react-query';

/** Keeps that a draft was checked and found to be without faults, until it is changed. */
export function useMarkChecked(
  layerId: string,
): (found: AnswerOf<typeof checkLayer> | undefined) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async (found) => {
    if (found === undefined || found.findings.some(({ severity }) => severity === 'error')) return;
    await api.call(markChecked, { params: { id: layerId } });
    await queries.invalidateQueries({ queryKey: [getLifecycle.id] });
  };
}
