import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import type { StateName } from '@oneplan/runtime/ui/state/states.ts';
import { useTranslation } from 'react-i18next';

const tags: Readonly<Record<FilingSummary['state'], StateName>> = {
  filed: 'waiting',
  returned: 'returned',
  accepted: 'confirmed',
  withdrawn: 'withdrawn',
  lapsed: 'superseded',
  published: 'published',
};

/** What has become of a filing, with whom it waits. */
export function FilingState({ filing }: { readonly filing: FilingSummary }) {
  const { t } = useTranslation('designer');
  return (
    <StateTag
      state={tags[filing.state]}
      label={t(`filing.state.${filing.state}`, { name: filing.authority.name })}
    />
  );
}
