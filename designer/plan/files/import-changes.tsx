import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { addresses } from '../addresses.ts';
import { openArtefact } from '../comparison/compared-artefact.ts';
import { compare } from '../comparison/comparison.ts';
import { ComparisonView } from '../comparison/comparison-view.tsx';
import { type PlanSide, useDraftSide } from '../comparison/plan-side.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** The draft as it is beside the draft as it would be, with forms and diagrams side by side. */
export function ImportChanges({ side }: { readonly side: PlanSide }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { kind, key } = useParams();
  const draft = useDraftSide();
  const above = useLayersAbove().data;
  const comparison = useMemo(
    () =>
      draft.data &&
      compare({ name: t('planFile.before'), side: draft.data }, { name: t('planFile.after'), side }),
    [draft.data, side, t],
  );
  return (
    <Answer of={draft}>
      {() =>
        comparison && (
          <ComparisonView
            comparison={comparison}
            above={above ?? []}
            open={openArtefact(kind, key)}
            linkTo={(artefact) => addresses.importFile(layer.id, artefact)}
          />
        )
      }
    </Answer>
  );
}
