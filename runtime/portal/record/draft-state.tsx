import { CheckOutlined, CloudSyncOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useSayMoment } from '../app/say-moment.ts';
import type { AutosaveState } from './autosave.ts';

/** Whether what is filled in has been kept; told to readers as it changes, without hurry. */
export function DraftState({ state }: { readonly state: AutosaveState }) {
  const { t } = useTranslation('portal');
  const sayWhen = useSayMoment();
  const [Icon, words] = {
    idle: [null, t('record.fill.idle')] as const,
    waiting: [null, t('record.fill.unsaved')] as const,
    saving: [CloudSyncOutlined, t('record.fill.saving')] as const,
    saved: [
      CheckOutlined,
      t('record.fill.saved', { when: state.kind === 'saved' ? sayWhen(state.at) : '' }),
    ] as const,
    failed: [WarningOutlined, t('record.fill.failed')] as const,
  }[state.kind];
  return (
    <p className="po-draft" data-kind={state.kind} role="status" aria-live="polite">
      {Icon !== null && <Icon aria-hidden />} {words}
    </p>
  );
}
