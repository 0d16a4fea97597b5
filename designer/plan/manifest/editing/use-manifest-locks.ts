import { getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useMemo } from 'react';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { type ManifestLocks, manifestLocks } from './manifest-locks.ts';
import { openManifest } from './manifest-text.ts';

/** The locks of the version that the open layer extends; undefined while they are on their way. */
export function useManifestLocks(): {
  readonly locks: ManifestLocks | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const { extends: above } = useWorkbench().layer;
  const bundle = useAnswer(
    getBundle,
    { params: { id: above?.bundleId ?? '' } },
    { enabled: above !== null, staleTime: Number.POSITIVE_INFINITY },
  );
  const files = bundle.data?.files;
  const locks = useMemo(() => {
    if (above === null) return manifestLocks(null);
    const manifest = openManifest(files?.find(({ kind }) => kind === 'manifest')?.content ?? '');
    return manifest === null
      ? undefined
      : manifestLocks({ manifest, authority: above.orgUnitName, version: above.version });
  }, [above, files]);
  return { locks, failed: bundle.isError, retry: () => void bundle.refetch() };
}
