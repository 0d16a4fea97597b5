import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { useTranslation } from 'react-i18next';
import type { ArtefactSummary } from '../artefact-ref.ts';

/** A file whose text is not what its kind says. */
export function UnreadablePage({ artefact }: { readonly artefact: ArtefactSummary }) {
  const { t } = useTranslation('designer');
  return <PageError message={t('workbench.unreadable', { name: artefact.name })} />;
}
