import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { ConfigProvider } from 'antd';
import { type ReactNode, useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../../app/answer.tsx';
import { useDocumentTitle } from '../../../app/use-document-title.ts';
import { manifestRef } from '../../artefact-ref.ts';
import { type DraftFile, useDraftFile } from '../../editing/draft-file.ts';
import { type HistoryStep, nextHistory, openedHistory } from '../../editing/edit-history.ts';
import { EditorHead } from '../../editing/editor-head.tsx';
import { HistoryButtons } from '../../editing/history-buttons.tsx';
import { KeptNote } from '../../editing/kept-note.tsx';
import { LeaveGuard } from '../../editing/leave-guard.tsx';
import { ReadOnlyNote } from '../../editing/read-only-note.tsx';
import { SaveButton } from '../../editing/save-button.tsx';
import { StaleDialog } from '../../editing/stale-dialog.tsx';
import { UnreadablePage } from '../../editing/unreadable-page.tsx';
import { useDraft } from '../../editing/use-draft.ts';
import { useReadOnlyReason } from '../../editing/use-read-only.ts';
import { type LayerAbove, useLayersAbove } from '../../layers/use-layers-above.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { ManifestDraftContext } from './manifest-draft.ts';
import { type ManifestLocks, manifestLocks } from './manifest-locks.ts';
import { manifestText, openManifest } from './manifest-text.ts';
import { useFormsUnderCheck } from './use-forms-under-check.ts';
import { useLiveCheck } from './use-live-check.ts';
import { useProblems } from './use-problems.ts';
import './settings.css';

interface ManifestEditorProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** A page that edits a part of the manifest: opening, saving with optimistic locking, taking back, locks, problems. */
export function ManifestEditor(props: ManifestEditorProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const file = useDraftFile(layer.id, manifestRef);
  const above = useLayersAbove();
  const locks = useMemo(() => above.data && manifestLocks(above.data), [above.data]);
  const [mine, setMine] = useState<string | null>(null);
  useDocumentTitle(props.title);
  if (above.isError)
    return <PageError message={t('settings.lock.unknown')} onRetry={() => void above.refetch()} />;
  return (
    <Answer of={file} notFound={t('workbench.notThere')}>
      {(data) => {
        const manifest = openManifest(data.content);
        if (manifest === null) return <UnreadablePage artefact={data.artefact} />;
        if (locks === undefined) return <p className="de-muted" role="status" />;
        const load = (kept: string) => {
          setMine(kept);
          void file.refetch();
        };
        return (
          <OpenManifest
            {...props}
            key={data.opening}
            file={data}
            opened={manifest}
            locks={locks}
            above={above.data ?? none}
            mine={mine}
            onLoadNewest={load}
          />
        );
      }}
    </Answer>
  );
}

interface OpenManifestProps extends ManifestEditorProps {
  readonly file: DraftFile;
  readonly opened: PlanManifest;
  readonly locks: ManifestLocks;
  readonly above: readonly LayerAbove[];
  readonly mine: string | null;
  readonly onLoadNewest: (mine: string) => void;
}

const none: readonly LayerAbove[] = [];

/** What is locked is read as well as what is not. */
const readableLocks = { token: { colorTextDisabled: 'var(--op-ink-muted)' } };

function OpenManifest(props: OpenManifestProps) {
  const { file, opened, locks, above, mine, title, hint, children, onLoadNewest } = props;
  const reason = useReadOnlyReason(manifestRef);
  const [history, dispatch] = useReducer(nextHistory<PlanManifest>, opened, openedHistory<PlanManifest>);
  const latest = useRef(history.now);
  latest.current = history.now;
  const draft = useDraft({ file, read: () => manifestText(latest.current) });
  const { edited } = draft;
  const manifest = history.now;
  const forms = useFormsUnderCheck(manifest);
  const problemsOf = useProblems(useLiveCheck(manifest, forms.texts, above));
  const readOnly = reason !== null;
  const change = useCallback(
    (place: string | null, edit: (before: PlanManifest) => PlanManifest) => {
      const next = edit(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      dispatch({ type: 'changed', place, now: next });
      edited();
    },
    [edited],
  );
  const step = (type: HistoryStep) => {
    dispatch({ type });
    edited();
  };
  const context = useMemo(
    () => ({
      manifest,
      readOnly,
      locks,
      isFixed: (element: string, property: string) =>
        readOnly || locks.ofProperty(element, property)?.lock.class === 'LOCKED',
      forms: forms.read,
      change,
      problemsOf,
    }),
    [manifest, readOnly, locks, forms, change, problemsOf],
  );
  return (
    <ManifestDraftContext value={context}>
      <div className="de-editor">
        <EditorHead
          title={title}
          hint={hint}
          actions={
            !readOnly && (
              <>
                <HistoryButtons history={history} onStep={step} />
                <SaveButton draft={draft} />
              </>
            )
          }
        />
        {reason !== null && <ReadOnlyNote>{reason}</ReadOnlyNote>}
        <KeptNote artefact={file.artefact} mine={mine} />
        <ConfigProvider theme={readableLocks}>
          <div className="de-editor-body de-settings">{children}</div>
        </ConfigProvider>
        <LeaveGuard draft={draft} name={title} />
        <StaleDialog draft={draft} artefact={{ ...file.artefact, name: title }} onLoad={onLoadNewest} />
      </div>
    </ManifestDraftContext>
  );
}
