import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { manifest as manifestSchema, type PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useMemo } from 'react';
import { manifestRef } from '../artefact-ref.ts';

/** The manifest from its text; null when it cannot be used. */
export function readManifestText(text: string): PlanManifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The saved manifest of a layer’s draft; null while it is on its way or when it cannot be used. */
export function useManifest(layerId: string): PlanManifest | null {
  const { data } = useAnswer(getArtefact, { params: { id: layerId, ...manifestRef } });
  const content = data?.content;
  return useMemo(() => (content === undefined ? null : readManifestText(content)), [content]);
}
