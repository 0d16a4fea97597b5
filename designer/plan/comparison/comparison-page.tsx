import { DiffOutlined, PrinterOutlined } from '@ant-design/icons';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type ComparedArtefact, openArtefact } from './compared-artefact.ts';
import { compare, type NamedSide } from './comparison.ts';
import { ComparisonView } from './comparison-view.tsx';
import { useDraftSide, useVersionSide } from './plan-side.ts';
import { type Base, useBases } from './use-bases.ts';
import './comparison.css';

/** Query parameter that names the version to compare with. */
const baseParameter = 'with';

/** 对比: the draft beside the version that it extends, or beside any other one. */
export function ComparisonPage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { kind, key } = useParams();
  const [search, setSearch] = useSearchParams();
  const bases = useBases();
  const base = bases.find(({ bundleId }) => bundleId === search.get(baseParameter)) ?? bases[0];
  useDocumentTitle(t('comparison.title'));
  const query =
    base && base !== bases[0] ? `?${new URLSearchParams({ [baseParameter]: base.bundleId })}` : '';
  return (
    <div className="de-editor de-comparison">
      <EditorHead
        title={t('comparison.title')}
        hint={t('comparison.draft', { name: layer.orgUnit.name })}
        actions={
          base && (
            <>
              <BaseSelect
                bases={bases}
                value={base}
                onChoose={(bundleId) => setSearch({ [baseParameter]: bundleId })}
              />
              <Button icon={<PrinterOutlined />} onClick={() => print()}>
                {t('comparison.print')}
              </Button>
            </>
          )
        }
      />
      {base ? (
        <WithBase
          base={base}
          open={openArtefact(kind, key)}
          linkTo={(artefact) => `${addresses.comparison(layer.id, artefact)}${query}`}
        />
      ) : (
        <EmptyState
          icon={<DiffOutlined />}
          title={t('comparison.nothingToCompare')}
          hint={t('comparison.nothingToCompareHint')}
        />
      )}
    </div>
  );
}

interface WithBaseProps {
  readonly base: Base;
  readonly open: ComparedArtefact | undefined;
  readonly linkTo: (artefact?: ComparedArtefact) => string;
}

function WithBase({ base, open, linkTo }: WithBaseProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const version = useVersionSide(base.bundleId);
  const draft = useDraftSide();
  const above = useLayersAbove().data;
  const baseName = t('comparison.version', { name: base.authority, version: base.version });
  const mineName = t('comparison.draft', { name: layer.orgUnit.name });
  const comparison = useMemo(() => {
    if (!version.data || !draft.data) return null;
    const sides: readonly [NamedSide, NamedSide] = [
      { name: baseName, side: version.data },
      { name: mineName, side: draft.data },
    ];
    return compare(...sides);
  }, [version.data, draft.data, baseName, mineName]);
  return (
    <Answer of={version}>
      {() => (
        <Answer of={draft}>
          {() =>
            comparison === null ? (
              <PageError message={t('comparison.unreadable')} />
            ) : (
              <ComparisonView
                comparison={comparison}
                above={above ?? []}
                open={open}
                linkTo={linkTo}
                fingerprint={base.fingerprint}
              />
            )
          }
        </Answer>
      )}
    </Answer>
  );
}

interface BaseSelectProps {
  readonly bases: readonly Base[];
  readonly value: Base;
  readonly onChoose: (bundleId: string) => void;
}

function BaseSelect({ bases, value, onChoose }: BaseSelectProps) {
  const { t } = useTranslation('designer');
  const option = ({ bundleId, authority, version, isBasis }: Base) => ({
    value: bundleId,
    label: t(isBasis ? 'comparison.basis' : 'comparison.version', { name: authority, version }),
  });
  const groups = [
    { label: t('comparison.groupAbove'), options: bases.filter(({ isAbove }) => isAbove).map(option) },
    { label: t('comparison.groupOwn'), options: bases.filter(({ isAbove }) => !isAbove).map(option) },
  ];
  return (
    <Select
      className="de-comparison-base"
      aria-label={t('comparison.against')}
      title={t('comparison.against')}
      value={value.bundleId}
      options={groups.filter(({ options }) => options.length > 0)}
      onChange={onChoose}
    />
  );
}
