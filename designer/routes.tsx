import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { useTranslation } from 'react-i18next';
import type { RouteObject } from 'react-router';

/** The designer's pages, one line each; paths are below `/designer`. */
export const routes: RouteObject[] = [{ path: '/', element: <NoPlanYet />, errorElement: <PageError /> }];

function NoPlanYet() {
  const { t } = useTranslation('designer');
  return <EmptyState title={t('home.empty')} hint={t('home.emptyHint')} />;
}
