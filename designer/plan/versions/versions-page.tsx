import { HistoryOutlined } from '@ant-design/icons';
import { exportVersion } from '@oneplan/runtime/contracts/api/plan-files.ts';
import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { ExportButton } from '../files/export-button.tsx';
import { Fingerprint } from '../fingerprint.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { VersionState } from './version-state.tsx';

/** 已发布的版本: the layer’s bundles, the newest first. */
export function VersionsPage() {
  const { t } = useTranslation('designer');
  const { bundles, layer } = useWorkbench();
  const title = t('publishing.versions.title');
  useDocumentTitle(title);
  return (
    <div className="de-editor">
      <EditorHead title={title} hint={t('publishing.versions.hint')} />
      <div className="de-editor-body de-settings">
        {bundles.length === 0 ? (
          <EmptyState
            icon={<HistoryOutlined />}
            title={t('publishing.versions.empty')}
            hint={t(layer.editable ? 'publishing.versions.emptyHint' : 'publishing.versions.emptyHintViewer')}
          />
        ) : (
          <table className="de-table" aria-label={title}>
            <thead>
              <tr>
                {(['version', 'note', 'published', 'cohorts', 'running', 'fingerprint'] as const).map(
                  (column) => (
                    <th key={column} scope="col">
                      {t(`publishing.versions.column.${column}`)}
                    </th>
                  ),
                )}
                <th scope="col">
                  <span className="op-visually-hidden">{t('planFile.title')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {bundles.map((bundle) => (
                <VersionRow key={bundle.id} bundle={bundle} layerId={layer.id} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function VersionRow({ bundle, layerId }: { readonly bundle: BundleSummary; readonly layerId: string }) {
  const { t } = useTranslation('designer');
  const { id, version, note, publishedAt, publishedBy, running, fingerprint } = bundle;
  return (
    <tr>
      <th scope="row" className="de-nowrap">
        <Link to={addresses.version(layerId, id)}>{t('publishing.versions.one', { version })}</Link>
      </th>
      <td>{note === '' ? <span className="de-muted">{t('publishing.versions.noNote')}</span> : note}</td>
      <td className="de-nowrap">
        {publishedBy !== '' && t('publishing.versions.by', { who: publishedBy })}
        <Moment at={publishedAt} />
      </td>
      <td>
        <VersionState bundle={bundle} />
      </td>
      <td className="de-number">{t('layers.runningCount', { count: running })}</td>
      <td>
        <Fingerprint of={fingerprint} />
      </td>
      <td>
        <ExportButton of={exportVersion} id={id} label={t('planFile.exportVersionLabel', { version })} />
      </td>
    </tr>
  );
}
