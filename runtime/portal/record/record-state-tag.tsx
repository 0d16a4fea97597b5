import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../contracts/api/records.ts';
import { StateTag } from '../../ui/state/StateTag.tsx';
import { stateNameOf } from './record-state.ts';

export function RecordStateTag({ state }: { readonly state: RecordState }) {
  const { t } = useTranslation('portal');
  return <StateTag state={stateNameOf[state]} label={t(`shell.recordState.${state}`)} />;
}
