import { useTranslation } from 'react-i18next';
import type { ArtefactRef } from '../artefact-ref.ts';
import { isLockedFor } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Why an artefact of the open layer cannot be changed, in one sentence; null when it can. */
export function useReadOnlyReason(artefact: ArtefactRef): string | null {
  const { t } = useTranslation('designer');
  const { layer, manifest } = useWorkbench();
  if (!layer.editable) return t('workbench.readOnly.layer', { name: layer.orgUnit.name });
  if (isLockedFor(layer, manifest, artefact)) return t('workbench.readOnly.locked');
  return null;
}
