import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { manifestRef } from '../artefact-ref.ts';
import { type DraftFile, useDraftFile } from '../editing/draft-file.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { KeptNote } from '../editing/kept-note.tsx';
import { LeaveGuard } from '../editing/leave-guard.tsx';
import { ReadOnlyNote } from '../editing/read-only-note.tsx';
import { SaveButton } from '../editing/save-button.tsx';
import { StaleDialog } from '../editing/stale-dialog.tsx';
import { UnreadablePage } from '../editing/unreadable-page.tsx';
import { useDraft } from '../editing/use-draft.ts';
import { useReadOnlyReason } from '../editing/use-read-only.ts';
import { readManifestText } from '../workbench/use-manifest.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ParameterTable } from './parameter-table.tsx';
import { withParameterValues } from './parameter-value.ts';

/** 参数: the values that may be set without touching forms and flows. */
export function ParametersPage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const file = useDraftFile(layer.id, manifestRef);
  const [mine, setMine] = useState<string | null>(null);
  useDocumentTitle(t('manifest.parameters.title'));
  return (
    <Answer of={file} notFound={t('workbench.notThere')}>
      {(data) => {
        const manifest = readManifestText(data.content);
        if (manifest === null) return <UnreadablePage artefact={data.artefact} />;
        const load = (kept: string) => {
          setMine(kept);
          void file.refetch();
        };
        return (
          <Parameters key={data.opening} file={data} manifest={manifest} mine={mine} onLoadNewest={load} />
        );
      }}
    </Answer>
  );
}

interface ParametersProps {
  readonly file: DraftFile;
  readonly manifest: PlanManifest;
  readonly mine: string | null;
  readonly onLoadNewest: (mine: string) => void;
}

type Values = ReadonlyMap<string, PlanParameter['value'] | null>;

function Parameters({ file, manifest, mine, onLoadNewest }: ParametersProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const reason = useReadOnlyReason(manifestRef);
  const [values, setValues] = useState<Values>(new Map());
  const latest = useRef(values);
  latest.current = values;
  const draft = useDraft({
    file,
    // A field that is empty keeps the value that it had.
    read: () => withParameterValues(file.content, entered(latest.current)),
  });
  const { edited } = draft;
  const change = useCallback(
    (key: string, value: PlanParameter['value'] | null) => {
      setValues((before) => new Map([...before, [key, value]]));
      edited();
    },
    [edited],
  );
  const title = t('manifest.parameters.title');
  return (
    <div className="de-editor">
      <EditorHead
        title={title}
        hint={t('manifest.parameters.hint')}
        actions={
          <>
            <Link to={`${addresses.setting(layer.id, 'parameters')}/definitions`}>
              {t('settings.parameters.title')}
            </Link>
            {reason === null && <SaveButton draft={draft} />}
          </>
        }
      />
      {reason !== null && <ReadOnlyNote>{reason}</ReadOnlyNote>}
      <KeptNote artefact={file.artefact} mine={mine} />
      <div className="de-editor-body de-settings">
        {manifest.parameters.length === 0 ? (
          <EmptyState title={t('manifest.parameters.empty')} hint={t('manifest.parameters.emptyHint')} />
        ) : (
          <ParameterTable
            parameters={manifest.parameters}
            values={values}
            editable={({ lock }) => reason === null && !(layer.extends !== null && lock.class === 'LOCKED')}
            onChange={change}
          />
        )}
      </div>
      <LeaveGuard draft={draft} name={title} />
      <StaleDialog draft={draft} artefact={{ ...file.artefact, name: title }} onLoad={onLoadNewest} />
    </div>
  );
}

function entered(values: Values): ReadonlyMap<string, PlanParameter['value']> {
  return new Map([...values].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
}
