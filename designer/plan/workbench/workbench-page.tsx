import { checkLayer, getLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { TopBar } from '../../app/top-bar.tsx';
import { useMe } from '../../session/me-context.ts';
import { useComparisonKey } from '../comparison/use-comparison-key.ts';
import { FileDialog } from '../filing/file-dialog.tsx';
import { FindingsDrawer } from '../findings/findings-drawer.tsx';
import { useMarkChecked } from '../findings/use-mark-checked.ts';
import { PublishDialog } from '../publishing/publish-dialog.tsx';
import { PlanTreeNav } from './plan-tree-nav.tsx';
import { useManifest } from './use-manifest.ts';
import { WorkbenchBar } from './workbench-bar.tsx';
import { type OpenDraft, type RefusedSave, WorkbenchContext } from './workbench-context.ts';
import '../editing/editor.css';
import '../versions/version-layout.css';
import './workbench.css';

/** 方案工作台: tree left, editor in the middle, findings below, state and publishing on top. */
export function WorkbenchPage() {
  const { t } = useTranslation('designer');
  const { layerId = '' } = useParams();
  const layer = useAnswer(getLayer, { params: { id: layerId } });
  if (layer.data) return <OpenLayer key={layerId} answer={layer.data} />;
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page">
        <Answer of={layer} notFound={t('layers.notThere')}>
          {() => null}
        </Answer>
      </main>
    </div>
  );
}

function OpenLayer({ answer }: { readonly answer: AnswerOf<typeof getLayer> }) {
  const me = useMe();
  const { layer } = answer;
  const manifest = useManifest(layer.id);
  const check = useAnswer(checkLayer, { params: { id: layer.id } }, { enabled: layer.editable });
  const [openDraft, setOpenDraft] = useState<OpenDraft | null>(null);
  const [refused, setRefused] = useState<RefusedSave | null>(null);
  const [drawer, setDrawer] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [filing, setFiling] = useState<string | null>(null);
  const [treeShown, setTreeShown] = useState(true);
  const findings = check.data?.findings;
  const showFindings = useCallback(() => setDrawer(true), []);

  const workbench = useMemo(
    () => ({ ...answer, manifest, findings, showFindings, setOpenDraft, setRefused }),
    [answer, manifest, findings, showFindings],
  );

  const markChecked = useMarkChecked(layer.id);
  const runCheck = async () => {
    setDrawer(true);
    if (openDraft === null || (await openDraft.save())) await markChecked((await check.refetch()).data);
  };
  const startPublishing = async () => {
    if (openDraft === null || (await openDraft.save())) setPublishing(true);
  };

  const startFiling = async (authority: string) => {
    if (openDraft === null || (await openDraft.save())) setFiling(authority);
  };
  const compare = useComparisonKey(layer.id, async () => openDraft === null || (await openDraft.save()));

  return (
    <WorkbenchContext value={workbench}>
      <div className="de-workbench" data-tree={treeShown} data-drawer={drawer}>
        <TopBar>
          <WorkbenchBar
            draft={openDraft}
            onFile={(authority) => void startFiling(authority)}
            onCompare={() => void compare()}
            onCheck={layer.editable ? () => void runCheck() : undefined}
            onPublish={
              layer.editable && me.permissions.includes('plan.publish')
                ? () => void startPublishing()
                : undefined
            }
          />
        </TopBar>
        <PlanTreeNav shown={treeShown} onToggle={() => setTreeShown(!treeShown)} draft={openDraft} />
        <main id="main" className="de-main" tabIndex={-1}>
          <Outlet />
        </main>
        {drawer && (
          <FindingsDrawer
            check={check}
            refused={refused}
            onClose={() => setDrawer(false)}
            onAgain={runCheck}
          />
        )}
        {filing !== null && (
          <FileDialog
            authority={filing}
            onClose={() => setFiling(null)}
            onShowFindings={() => {
              setFiling(null);
              setDrawer(true);
            }}
          />
        )}
        {publishing && (
          <PublishDialog
            onClose={() => setPublishing(false)}
            onShowFindings={() => {
              setPublishing(false);
              setDrawer(true);
            }}
          />
        )}
      </div>
    </WorkbenchContext>
  );
}
