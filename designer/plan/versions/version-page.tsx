import {
  BranchesOutlined,
  ControlOutlined,
  FormOutlined,
  PartitionOutlined,
  PlayCircleOutlined,
} from '@ant-design/icons';
import { exportVersion } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { type BundleSummary, getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses } from '../addresses.ts';
import { ArtefactPicture } from '../editing/artefact-picture.tsx';
import { EditorHead } from '../editing/editor-head.tsx';
import { ReadOnlyNote } from '../editing/read-only-note.tsx';
import { ExportButton } from '../files/export-button.tsx';
import { Facts } from '../manifest/facts.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type BundleFile, bundleFiles } from './bundle-files.ts';
import { VersionState } from './version-state.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

/** One published version to look at: its facts, and its forms and flows as they were published. */
export function VersionPage() {
  const { t } = useTranslation('designer');
  const { bundleId = '' } = useParams();
  const bundle = useAnswer(getBundle, { params: { id: bundleId } }, { staleTime: 60_000 });
  return (
    <Answer of={bundle} notFound={t('publishing.versions.notThere')}>
      {(data) => <Version bundle={data.bundle} content={data.files} />}
    </Answer>
  );
}

interface VersionProps {
  readonly bundle: BundleSummary;
  readonly content: Parameters<typeof bundleFiles>[0];
}

function Version({ bundle, content }: VersionProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { kind, key } = useParams();
  const files = useMemo(() => bundleFiles(content), [content]);
  const open = files.find((file) => file.kind === kind && file.key === key) ?? files[0];
  const title = t('publishing.versions.one', { version: bundle.version });
  useDocumentTitle(title);
  return (
    <div className="de-editor">
      <EditorHead
        title={title}
        hint={bundle.note}
        actions={
          <>
            <Link to={addresses.versions(layer.id)}>{t('publishing.versions.back')}</Link>
            <ExportButton of={exportVersion} id={bundle.id}>
              {t('planFile.exportVersion')}
            </ExportButton>
            <WithdrawButton bundle={bundle} />
          </>
        }
      />
      <ReadOnlyNote>{t('workbench.readOnly.bundle')}</ReadOnlyNote>
      <div className="de-editor-body de-settings">
        <BundleFacts bundle={bundle} />
        <div className="de-version">
          <nav aria-label={t('publishing.versions.contents')}>
            <ul>
              {files.map((file) => (
                <li key={`${file.kind}/${file.key}`}>
                  <FileLink
                    file={file}
                    to={addresses.versionFile(layer.id, bundle.id, file)}
                    open={file === open}
                  />
                </li>
              ))}
            </ul>
          </nav>
          {open && (
            <section className="de-paper" aria-label={open.name}>
              <h2>{open.name}</h2>
              <ArtefactPicture key={`${open.kind}/${open.key}`} artefact={open} content={open.content} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

interface FileLinkProps {
  readonly file: BundleFile;
  readonly to: string;
  readonly open: boolean;
}

const icons = {
  manifest: ControlOutlined,
  form: FormOutlined,
  process: BranchesOutlined,
  decision: PartitionOutlined,
  scenario: PlayCircleOutlined,
} as const;

function FileLink({ file, to, open }: FileLinkProps) {
  const Icon = icons[file.kind];
  return (
    <NavLink to={to} className="de-tree-link" aria-current={open ? 'page' : undefined} data-open={open}>
      <Icon aria-hidden />
      <span className="de-tree-name">{file.name}</span>
    </NavLink>
  );
}

function BundleFacts({ bundle }: { readonly bundle: BundleSummary }) {
  const { t } = useTranslation('designer');
  const { publishedAt, publishedBy, running, fingerprint } = bundle;
  return (
    <Facts
      items={[
        [
          t('publishing.versions.column.published'),
          <span key="published">
            {publishedBy !== '' && t('publishing.versions.by', { who: publishedBy })}
            <Moment at={publishedAt} />
          </span>,
        ],
        [t('publishing.versions.column.cohorts'), <VersionState key="cohorts" bundle={bundle} />],
        [t('publishing.versions.column.running'), t('layers.runningCount', { count: running })],
        [
          t('publishing.versions.column.fingerprint'),
          <code key="fingerprint" className="de-fingerprint">
            {fingerprint}
          </code>,
        ],
      ]}
    />
  );
}
