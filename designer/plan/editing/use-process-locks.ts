import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { useQuery } from '@tanstack/react-query';
import { ProcessLocks } from '../../bpmn/locks/process-locks.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { DraftFile } from './draft-file.ts';

/** The locks on a process of the draft; null when the manifest cannot be read, so that there are none to be held to. */
export function useProcessLocks({ artefact, content, opening }: DraftFile) {
  const { layer, manifest } = useWorkbench();
  const { data: above } = useLayersAbove();
  return useQuery<ProcessLocks | null>({
    queryKey: ['process-locks', layer.id, artefact.key, opening, layer.extends?.bundleId ?? ''],
    enabled: above !== undefined && manifest !== null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      if (manifest === null || above === undefined) return null;
      const [uppermost, ...others] = above;
      if (layer.extends !== null && uppermost === undefined) return null;
      const own = async (): Promise<PlanLayer> => ({
        authority: layer.orgUnit.name,
        version: undefined,
        ...(await readLayer({ manifest, forms: {}, processes: { [artefact.key]: { xml: content } } })),
      });
      return new ProcessLocks({
        layers: uppermost ? [uppermost, ...others] : [await own()],
        enforced: layer.extends !== null,
        manifest,
        process: artefact.key,
      });
    },
  });
}
