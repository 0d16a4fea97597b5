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

interface Flow {
  readonly key: string;
  readonly content: string;
}

const kept = new WeakMap<Flow, readonly FlowElement[]>();

/** A flow is read once for each answer: this is asked at every drawing, and a plan may have many flows. */
function readFlows(answers: readonly { readonly data?: Flow | undefined }[]): readonly FlowElement[] {
  return answers.flatMap(({ data }) => {
    if (!data) return [];
    const known = kept.get(data) ?? flowElements(data.key, data.content);
    kept.set(data, known);
    return known;
  });
}
