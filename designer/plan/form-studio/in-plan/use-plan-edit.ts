import { getLifecycle } from '@oneplan/runtime/contracts/api/filings.ts';
import {
  checkLayer,
  getArtefact,
  getLayer,
  listLayers,
  saveArtefact,
} from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { manifestRef } from '../../artefact-ref.ts';
import { useDraftFile } from '../../editing/draft-file.ts';
import { useReadOnlyReason } from '../../editing/use-read-only.ts';
import { manifestText, openManifest } from '../../manifest/editing/manifest-text.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';

export interface PlanEdit {
  /** With what was changed here; null while it is on its way, or when it cannot be used. */
  readonly manifest: PlanManifest | null;
  readonly readOnly: string | null;
  readonly opened: PlanManifest | null;
  readonly changed: boolean;
  readonly change: (next: PlanManifest) => void;
  /** Saves what was changed; false when it was refused, which is said. */
  readonly save: () => Promise<boolean>;
}

/** The settings of the plan as far as a form’s page changes them: read when it is asked for, saved in one go. */
export function usePlanEdit(): PlanEdit {
  const { t } = useTranslation('designer');
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { layer } = useWorkbench();
  const readOnly = useReadOnlyReason(manifestRef);
  const file = useDraftFile(layer.id, manifestRef);
  const [edited, setEdited] = useState<PlanManifest | null>(null);
  const opened = file.data ? openManifest(file.data.content) : null;
  const save = async () => {
    if (edited === null || !file.data) return true;
    try {
      await api.exchange(saveArtefact, {
        params: { id: layer.id, ...manifestRef },
        body: { content: manifestText(edited) },
        ifMatch: file.data.etag,
      });
    } catch (error) {
      void message.error(isProblem(error, 'revision-stale') ? t('formInPlan.stale') : textOf(error));
      return false;
    }
    for (const endpoint of [getLayer, checkLayer, getArtefact, listLayers, getLifecycle])
      void queries.invalidateQueries({ queryKey: [endpoint.id] });
    return true;
  };
  return { manifest: edited ?? opened, opened, readOnly, changed: edited !== null, change: setEdited, save };
}
