import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';

interface SettingPageProps {
  readonly page: 'archive' | 'roles' | 'basis';
  /** Whether the plan has anything of this kind. */
  readonly filled: (manifest: PlanManifest) => boolean;
  readonly children: (manifest: PlanManifest) => ReactNode;
}

/** One part of the manifest to look at. */
export function SettingPage({ page, filled, children }: SettingPageProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useWorkbench();
  useDocumentTitle(t(`manifest.${page}.title`));
  return (
    <div className="de-editor">
      <EditorHead title={t(`manifest.${page}.title`)} hint={t(`manifest.${page}.hint`)} />
      <div className="de-editor-body de-settings">
        {manifest === null && <Skeleton active />}
        {manifest !== null && filled(manifest) && children(manifest)}
        {manifest !== null && !filled(manifest) && (
          <EmptyState title={t(`manifest.${page}.empty`)} hint={t(`manifest.${page}.emptyHint`)} />
        )}
      </div>
    </div>
  );
}
