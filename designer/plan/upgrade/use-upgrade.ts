import { previewUpgrade } from '@oneplan/runtime/contracts/api/upgrades.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import type { Choices } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { upgrade } from '@oneplan/runtime/plan/upgrade/upgrade.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useQuery } from '@tanstack/react-query';
import { type PlanSide, useDraftSide, useVersionSide } from '../comparison/plan-side.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { NewerVersion } from './newer-version.ts';

/** The open layer on its way to a newer version of the layer above. */
export function useUpgrade({ bundle, authority }: NewerVersion, choices: Choices) {
  const { layer } = useWorkbench();
  const base = useVersionSide(layer.extends?.bundleId ?? null);
  const theirs = useVersionSide(bundle.id);
  const mine = useDraftSide();
  const before = useLayersAbove().data;
  const sides = base.data && theirs.data && mine.data && before;
  return useQuery({
    queryKey: ['upgrade', base.dataUpdatedAt, theirs.dataUpdatedAt, mine.dataUpdatedAt, [...choices]],
    queryFn: async () => {
      if (!base.data || !theirs.data || !mine.data || !before) throw new Error('the plans are not there yet');
      const above: PlanLayer[] = [
        ...before.slice(0, -1),
        { ...theirs.data, authority, version: bundle.version },
      ];
      const { content, conflicts } = await upgrade({
        base: base.data,
        theirs: theirs.data,
        mine: mine.data,
        above,
        choices,
      });
      const after: PlanSide = { content, ...(await readLayer(content)) };
      return { base: base.data, theirs: theirs.data, mine: mine.data, after, conflicts, above };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    // While another choice is merged, what was merged last stays on the page.
    placeholderData: (last) => last,
    enabled: Boolean(sides),
  });
}

/** Fingerprint of the draft that is open, by which the server knows whether it is still the same. */
export function useDraftFingerprint(): string | undefined {
  const api = useApi();
  const { layer } = useWorkbench();
  const { dataUpdatedAt, isSuccess } = useDraftSide();
  const { data } = useQuery({
    queryKey: [previewUpgrade.id, layer.id, dataUpdatedAt],
    queryFn: () => api.call(previewUpgrade, { params: { id: layer.id }, body: {} }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isSuccess,
  });
  return data?.draft ?? undefined;
}

export type UpgradeResult = NonNullable<ReturnType<typeof useUpgrade>['data']>;
