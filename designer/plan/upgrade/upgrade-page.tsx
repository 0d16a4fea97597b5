import { CheckCircleOutlined } from '@ant-design/icons';
import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Side } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { openArtefact } from '../comparison/compared-artefact.ts';
import { compare } from '../comparison/comparison.ts';
import { ComparisonView } from '../comparison/comparison-view.tsx';
import { EditorHead } from '../editing/editor-head.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ApplyUpgrade } from './apply-upgrade.tsx';
import { ConflictList } from './conflict-list.tsx';
import { type NewerVersion, newerVersion } from './newer-version.ts';
import { type UpgradeResult, useDraftFingerprint, useUpgrade } from './use-upgrade.ts';
import '../comparison/comparison.css';
import './upgrade.css';

/** 更新依据: brings the draft up to the version that the layer above has published since. */
export function UpgradePage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const layers = useAnswer(listLayers, {});
  useDocumentTitle(t('upgrade.title'));
  return (
    <div className="de-editor de-comparison">
      <Answer of={layers}>
        {({ items }) => {
          const newer = newerVersion(layer, items);
          if (newer) return <Upgrade newer={newer} />;
          return (
            <>
              <EditorHead title={t('upgrade.title')} />
              <EmptyState
                icon={<CheckCircleOutlined />}
                title={t('upgrade.newest')}
                hint={t('upgrade.newestHint')}
              />
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function Upgrade({ newer }: { readonly newer: NewerVersion }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const merged = useUpgrade(newer, choices);
  const draft = useDraftFingerprint();
  const name = t('comparison.version', { name: newer.authority, version: newer.bundle.version });
  return (
    <>
      <EditorHead
        title={t('upgrade.title')}
        hint={t('upgrade.hint', { name, version: layer.extends?.version ?? '' })}
        actions={<ApplyUpgrade newer={newer} choices={choices} draft={draft} />}
      />
      <Answer of={merged}>
        {(result) => (
          <Merged
            result={result}
            name={name}
            onChoose={(id, side) => setChoices(new Map([...choices, [id, side]]))}
          />
        )}
      </Answer>
    </>
  );
}

interface MergedProps {
  readonly result: UpgradeResult;
  /** of the version that the draft is brought up to */
  readonly name: string;
  readonly onChoose: (id: string, side: Side) => void;
}

function Merged({ result, name, onChoose }: MergedProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { kind, key } = useParams();
  const [see, setSee] = useState<'here' | 'above'>('here');
  const { base, theirs, mine, after, conflicts, above } = result;
  const before = t('comparison.version', {
    name: layer.extends?.orgUnitName ?? '',
    version: layer.extends?.version ?? '',
  });
  const preview = useMemo(
    () =>
      see === 'here'
        ? compare(
            { name: t('upgrade.draftBefore'), side: mine },
            { name: t('upgrade.draftAfter', { name }), side: after },
          )
        : compare({ name: before, side: base }, { name, side: theirs }),
    [see, mine, after, base, theirs, before, name, t],
  );
  return (
    <>
      <section className="de-editor-body de-upgrade" aria-labelledby="de-upgrade-conflicts">
        <h2 id="de-upgrade-conflicts">{t('upgrade.conflicts', { count: conflicts.length })}</h2>
        {conflicts.length === 0 ? (
          <p className="de-clean">
            <CheckCircleOutlined aria-hidden /> {t('upgrade.noConflicts')}
          </p>
        ) : (
          <ConflictList
            conflicts={conflicts}
            trees={{ base: base.tree, theirs: theirs.tree, mine: mine.tree }}
            onChoose={onChoose}
          />
        )}
        <div className="de-upgrade-see">
          <h2>{t('upgrade.preview')}</h2>
          <Segmented
            aria-label={t('upgrade.preview')}
            value={see}
            options={[
              { value: 'here', label: t('upgrade.see.here') },
              { value: 'above', label: t('upgrade.see.above', { name: layer.extends?.orgUnitName ?? '' }) },
            ]}
            onChange={setSee}
          />
        </div>
      </section>
      <ComparisonView
        comparison={preview}
        above={above}
        open={openArtefact(kind, key)}
        linkTo={(artefact) => addresses.upgrade(layer.id, artefact)}
      />
    </>
  );
}
