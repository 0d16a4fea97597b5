import { type ListedFiling, listFilings } from '@oneplan/runtime/contracts/api/filings.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../session/me-context.ts';
import { addresses } from '../addresses.ts';
import { FilingState } from './filing-state.tsx';
import { openFilings, type Turn } from './open-filings.ts';

/** Filings that wait for others are shown so many at first. */
const fewOthers = 4;

/** What waits for whom: the filings about which somebody has to do something, by oneself first. */
export function FilingsWaiting() {
  const { t } = useTranslation('designer');
  const me = useMe();
  const filings = useAnswer(listFilings, {}, { enabled: me.permissions.includes('filing.read') });
  const [all, setAll] = useState(false);
  const units = new Set(me.memberships.map(({ orgUnit }) => orgUnit.id));
  const open = openFilings(filings.data?.items ?? [], units).filter(({ filing }) => filing.waitsFor !== null);
  if (open.length === 0) return null;
  const count = (turn: Turn) => open.filter((one) => one.turn === turn).length;
  const own = open.filter(({ turn }) => turn !== 'look');
  const others = open.filter(({ turn }) => turn === 'look');
  const heading = [
    t('filing.waiting', { count: count('review') }),
    ...(count('mend') > 0 ? [t('filing.toMend', { count: count('mend') })] : []),
  ];
  const shown = [...own, ...(all ? others : others.slice(0, fewOthers))];
  return (
    <section className="de-card de-filings" aria-labelledby="de-filings">
      <h2 id="de-filings">{heading.join(' · ')}</h2>
      <ul>
        {shown.map(({ filing, turn }) => (
          <Waiting key={filing.id} filing={filing} turn={turn} />
        ))}
      </ul>
      {!all && others.length > fewOthers && (
        <div>
          <Button type="link" onClick={() => setAll(true)}>
            {t('filing.showOthers', { count: others.length - fewOthers })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Waiting({ filing, turn }: { readonly filing: ListedFiling; readonly turn: Turn }) {
  const { t } = useTranslation('designer');
  const { waitsFor } = filing;
  const people = waitsFor?.people.join(t('settings.and')) ?? '';
  return (
    <li>
      <span>
        <strong>{filing.orgUnit.name}</strong> {filing.planName}
        <span className="de-muted de-small">
          {t('filing.submittedBy', { name: filing.submittedBy.name })} <Moment at={filing.submittedAt} />
        </span>
      </span>
      <span>
        {waitsFor && (
          <>
            {t(`filing.waitsFor.${filing.mine ? 'you' : filing.state === 'filed' ? 'decision' : 'layer'}`, {
              unit: waitsFor.orgUnit.name,
              people,
            })}
            <span className="de-muted de-small">
              {t('filing.since')} <Moment at={waitsFor.since} />
            </span>
          </>
        )}
      </span>
      <FilingState filing={filing} />
      <Link to={addresses.filing(filing.layerId)} className="de-open">
        {t(`filing.${turn}`)}
        <span className="op-visually-hidden">{filing.orgUnit.name}</span>
      </Link>
    </li>
  );
}
