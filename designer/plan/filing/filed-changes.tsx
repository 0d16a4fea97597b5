import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { addresses } from '../addresses.ts';
import { openArtefact } from '../comparison/compared-artefact.ts';
import { compare } from '../comparison/comparison.ts';
import { ComparisonView } from '../comparison/comparison-view.tsx';
import type { ElementComments } from '../comparison/element-comment.tsx';
import { useDraftSide, useVersionSide } from '../comparison/plan-side.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** What was filed beside the version above, with what the authority says of single elements. */
export const FiledChanges = memo(function FiledChanges({ comments }: { readonly comments: ElementComments }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { kind, key } = useParams();
  const basis = layer.extends;
  const version = useVersionSide(basis?.bundleId ?? null);
  // A change of the draft would have ended the filing: it is what was filed.
  const draft = useDraftSide();
  const above = useLayersAbove().data;
  const comparison = useMemo(
    () =>
      version.data && draft.data && basis
        ? compare(
            {
              name: t('comparison.version', { name: basis.orgUnitName, version: basis.version }),
              side: version.data,
            },
            { name: t('filing.filed', { name: layer.orgUnit.name }), side: draft.data },
          )
        : null,
    [version.data, draft.data, basis, layer.orgUnit.name, t],
  );
  return (
    <Answer of={draft}>
      {() => (
        <Answer of={version}>
          {() =>
            comparison === null ? (
              <PageError message={t('comparison.unreadable')} />
            ) : (
              <ComparisonView
                comparison={comparison}
                above={above ?? []}
                open={openArtefact(kind, key)}
                linkTo={(artefact) => addresses.filing(layer.id, artefact)}
                comments={comments}
              />
            )
          }
        </Answer>
      )}
    </Answer>
  );
});
