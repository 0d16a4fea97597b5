import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { TopBar } from '../app/top-bar.tsx';
import { useDocumentTitle } from '../app/use-document-title.ts';

/** For whoever is signed in and neither designs plans nor may read them. */
export function NotADesignerPage() {
  const { t } = useTranslation('designer');
  useDocumentTitle(t('shell.studio'));
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page">
        <h1 className="op-visually-hidden">{t('shell.studio')}</h1>
        <EmptyState
          title={t('session.notDesigner.title')}
          hint={t('session.notDesigner.hint')}
          action={{ label: t('session.notDesigner.action'), onPress: () => location.assign('/') }}
        />
      </main>
    </div>
  );
}
