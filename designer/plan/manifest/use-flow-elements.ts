import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { answerKey } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueries } from '@tanstack/react-query';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type FlowElement, flowElements } from './flow-elements.ts';

/** The elements of all flows of the draft, as far as they have come. */
export function useFlowElements(): readonly FlowElement[] {
  const api = useApi();
  const { layer, artefacts } = useWorkbench();
  return useQueries({
    queries: artefacts
      .filter(({ kind }) => kind === 'process')
      .map(({ key }) => {
        const params = { id: layer.id, kind: 'process' as const, key };
        return {
          queryKey: answerKey(getArtefact, { params }),
          queryFn: ({ signal }: { signal: AbortSignal }) => api.call(getArtefact, { params, signal }),
        };
      }),
    combine: readFlows,
  });
}

/** Outside the hook, so that the flows are read again only when an answer has come. */
function readFlows(
  answers: readonly { readonly data?: { readonly key: string; readonly content: string } | undefined }[],
): readonly FlowElement[] {
  return answers.flatMap(({ data }) => (data ? flowElements(data.key, data.content) : []));
}
