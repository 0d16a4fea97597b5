import { getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useQuery } from '@tanstack/react-query';
import { readManifestText } from './workbench/use-manifest.ts';
import { useWorkbench } from './workbench/workbench-context.ts';

/** The published version that the open layer extends, as locks are checked on it; null at the top. */
export function usePlanAbove() {
  const api = useApi();
  const { extends: above } = useWorkbench().layer;
  return useQuery<PlanLayer | null>({
    queryKey: ['plan-above', above?.bundleId ?? ''],
    // A published version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      if (above === null) return null;
      const { files } = await api.call(getBundle, { params: { id: above.bundleId }, signal });
      const content = contentOf(files);
      if (content === null) return null;
      return { authority: above.orgUnitName, version: above.version, ...(await readLayer(content)) };
    },
  });
}

function contentOf(files: AnswerOf<typeof getBundle>['files']): BundleContent | null {
  const manifest = readManifestText(files.find(({ kind }) => kind === 'manifest')?.content ?? '');
  if (manifest === null) return null;
  const of = (wanted: 'form' | 'process') => files.filter(({ kind }) => kind === wanted);
  return {
    manifest,
    forms: Object.fromEntries(of('form').map(({ key, content }) => [key, JSON.parse(content)])),
    processes: Object.fromEntries(of('process').map(({ key, content }) => [key, { xml: content }])),
  };
}
