import type { Source } from '@oneplan/runtime/plan/explain/resolve.ts';
import { useTranslation } from 'react-i18next';

/** A layer and its version, as people call it. */
export function SourceName({ source: { authority, version } }: { readonly source: Source }) {
  const { t } = useTranslation('designer');
  return version === undefined
    ? t('explanation.draft', { name: authority })
    : t('explanation.source', { name: authority, version });
}
