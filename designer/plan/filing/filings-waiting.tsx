import { listFilings } from '@oneplan/runtime/contracts/api/filings.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../session/me-context.ts';
import { addresses } from '../addresses.ts';
import { FilingState } from './filing-state.tsx';
import { openFilings, type Turn } from './open-filings.ts';

/** What waits for whom: the filings that are to be decided on or mended, one’s own turns first. */
export function FilingsWaiting() {
  const { t } = useTranslation('designer');
  const me = useMe();
  const filings = useAnswer(listFilings, {}, { enabled: me.permissions.includes('filing.read') });
  const own = new Set(me.memberships.map(({ orgUnit }) => orgUnit.id));
  const open = openFilings(filings.data?.items ?? [], own);
  if (open.length === 0) return null;
  const count = (turn: Turn) => open.filter((one) => one.turn === turn).length;
  const heading = [
    t('filing.waiting', { count: count('review') }),
    ...(count('mend') > 0 ? [t('filing.toMend', { count: count('mend') })] : []),
  ];
  return (
    <section className="de-card de-offers" aria-labelledby="de-filings">
      <h2 id="de-filings">{heading.join(' · ')}</h2>
      <ul>
        {open.map(({ filing, turn }) => (
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
                {t(`filing.${turn}`)}
                <span className="op-visually-hidden">{filing.orgUnit.name}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
