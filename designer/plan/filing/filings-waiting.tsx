import { listFilings } from '@oneplan/runtime/contracts/api/filings.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../session/me-context.ts';
import { addresses } from '../addresses.ts';
import { FilingState } from './filing-state.tsx';

/** What waits for whom: the filings that are to be decided on, by oneself first. */
export function FilingsWaiting() {
  const { t } = useTranslation('designer');
  const me = useMe();
  const filings = useAnswer(listFilings, {}, { enabled: me.permissions.includes('filing.read') });
  const open = (filings.data?.items ?? []).filter(({ state }) =>
    ['filed', 'returned', 'accepted'].includes(state),
  );
  if (open.length === 0) return null;
  const own = open.filter(({ mine }) => mine);
  return (
    <section className="de-card de-offers" aria-labelledby="de-filings">
      <h2 id="de-filings">{t('filing.waiting', { count: own.length })}</h2>
      <ul>
        {[...own, ...open.filter(({ mine }) => !mine)].map((filing) => (
          <li key={filing.id}>
            <span>
              <strong>{filing.orgUnit.name}</strong> {filing.planName}{' '}
              <span className="de-muted">
                {filing.submittedBy.name} <Moment at={filing.submittedAt} />
              </span>
            </span>
            <span className="de-counts">
              <FilingState filing={filing} />
              <Link to={addresses.filing(filing.layerId)} className="de-open">
                {t(filing.mine ? 'filing.review' : 'filing.look')}
                <span className="op-visually-hidden">{filing.orgUnit.name}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
