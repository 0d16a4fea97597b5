import { type ExtendedVersion, getBundle, getDraft } from '@oneplan/runtime/contracts/api/plans.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import type { PlanUnderLocks } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import type { ApiClient } from '@oneplan/runtime/ui/api/client.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { planContent } from './plan-content.ts';

/** One of two plans that are compared: as it is stored, and as elements. */
export interface PlanSide extends PlanUnderLocks {
  readonly content: BundleContent;
}

/** A published version, and the one that it extended when it was published. */
export interface VersionSide extends PlanSide {
  readonly extends: ExtendedVersion | null;
}

type Files = Parameters<typeof planContent>[0];

/** Null: the manifest cannot be read, so there is no plan to compare. */
async function readSide(files: Files): Promise<PlanSide | null> {
  const content = planContent(files);
  return content && { content, ...(await readLayer(content)) };
}

/** The saved draft of the open layer; read anew as soon as one of its files has been saved. */
export function useDraftSide(enabled = true) {
  const api = useApi();
  const { layer, artefacts } = useWorkbench();
  return useQuery({
    queryKey: ['draft-side', layer.id, ...artefacts.map((it) => `${it.kind}/${it.key}@${it.revision}`)],
    queryFn: async ({ signal }) =>
      readSide((await api.call(getDraft, { params: { id: layer.id }, signal })).files),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

/** A published version never changes: it is read once. */
export function versionSide(api: ApiClient, bundleId: string) {
  return queryOptions({
    queryKey: ['version-side', bundleId],
    queryFn: async ({ signal }): Promise<VersionSide | null> => {
      const { files, extends: basis } = await api.call(getBundle, { params: { id: bundleId }, signal });
      const side = await readSide(files);
      return side && { ...side, extends: basis };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useVersionSide(bundleId: string | null) {
  const api = useApi();
  return useQuery({ ...versionSide(api, bundleId ?? ''), enabled: bundleId !== null });
}
