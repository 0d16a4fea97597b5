import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TopBar } from './top-bar.tsx';
import { useDocumentTitle } from './use-document-title.ts';

export function NotFoundPage() {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  useDocumentTitle(t('shell.notFound.title'));
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page">
        <h1 className="op-visually-hidden">{t('shell.studio')}</h1>
        <EmptyState
          title={t('shell.notFound.title')}
          hint={t('shell.notFound.hint')}
          action={{ label: t('shell.notFound.action'), onPress: () => void navigate('/') }}
        />
      </main>
    </div>
  );
}
