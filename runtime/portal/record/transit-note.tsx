import { useTranslation } from 'react-i18next';
import type { Transit } from '../../contracts/api/records.ts';
import { Moment } from '../../ui/Moment.tsx';
import { StateTag } from '../../ui/state/StateTag.tsx';

/** ms until a page asks again what became of something that is on its way. */
export const transitInterval = 3_000;

const stateOf = { moving: 'running', stopped: 'overdue' } as const;

/** In lists: what was last done has not arrived in the flow yet. */
export function TransitTag({ transit }: { readonly transit: Transit }) {
  const { t } = useTranslation('portal');
  return <StateTag state={stateOf[transit.state]} label={t(`record.transit.${transit.state}`)} />;
}

/** On the page of a record: the same, since when, and what it means. */
export function TransitNote({ transit }: { readonly transit: Transit }) {
  const { t } = useTranslation('portal');
  return (
    <div className="po-transit" role="status" data-state={transit.state}>
      <p>
        <TransitTag transit={transit} /> <Moment at={transit.since} />
      </p>
      <p className="po-small">{t(`record.transit.${transit.state}Hint`)}</p>
    </div>
  );
}
