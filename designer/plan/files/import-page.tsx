import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { ReadOnlyNote } from '../editing/read-only-note.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ImportChanges } from './import-changes.tsx';
import { ImportVerdict } from './import-verdict.tsx';
import { PlanFileDrop } from './plan-file-drop.tsx';
import { PlanFileFacts } from './plan-file-facts.tsx';
import { usePlanImport } from './use-plan-import.ts';
import '../comparison/comparison.css';
import './files.css';

/** 导入方案文件: choose a file, see what it would change in the draft, take it in when nothing is against it. */
export function ImportPage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { file, preview, side, sending, choose, apply } = usePlanImport();
  useDocumentTitle(t('planFile.importTitle'));
  const { words, failure } = sending;
  const importable =
    preview?.plan && preview.refused.length === 0 && preview.plan.fingerprint !== preview.draft;
  if (!layer.editable)
    return (
      <div className="de-editor">
        <EditorHead title={t('planFile.importTitle')} />
        <ReadOnlyNote>{t('workbench.readOnly.layer', { name: layer.orgUnit.name })}</ReadOnlyNote>
      </div>
    );
  return (
    <div className="de-editor de-comparison">
      <EditorHead
        title={t('planFile.importTitle')}
        hint={t('planFile.importHint')}
        actions={
          <>
            <Link to={addresses.layer(layer.id)}>{t('workbench.item.overview')}</Link>
            {importable && (
              <Button type="primary" loading={words !== null} onClick={() => void apply()}>
                {t('planFile.apply')}
              </Button>
            )}
          </>
        }
      />
      <div className="de-editor-body de-import">
        <PlanFileDrop file={file} disabled={words !== null} onFile={(chosen) => void choose(chosen)} />
        <p role="status" className="de-muted">
          {words}
        </p>
        <div role="alert">{failure !== null && <Alert type="warning" showIcon title={failure} />}</div>
        {preview?.plan && (
          <section className="de-card">
            <PlanFileFacts plan={preview.plan} />
          </section>
        )}
        {preview && <ImportVerdict preview={preview} />}
      </div>
      {preview && side && preview.changes.length > 0 && <ImportChanges side={side} />}
    </div>
  );
}
