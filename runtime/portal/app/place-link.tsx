import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf, type Place } from './navigation.ts';
import { placeIcons } from './place-icons.ts';

interface PlaceLinkProps {
  readonly place: Place;
  readonly current: boolean;
  /** How much waits there; nothing is shown for 0. */
  readonly count?: number;
}

/** One entry of the navigation. The designer is an app of its own, so that link leaves this one. */
export function PlaceLink({ place, current, count = 0 }: PlaceLinkProps) {
  const { t } = useTranslation('portal');
  const Icon = placeIcons[place];
  const inside = (
    <>
      <Icon aria-hidden />
      <span className="po-place-name">{t(`shell.nav.${place}`)}</span>
      {count > 0 && (
        <span className="po-count">
          <span aria-hidden>{count > 99 ? '99+' : count}</span>
          <span className="op-visually-hidden">{t('shell.open', { count })}</span>
        </span>
      )}
    </>
  );
  return place === 'designer' ? (
    <a className="po-place" href={addressOf.designer}>
      {inside}
    </a>
  ) : (
    <Link className="po-place" to={addressOf[place]} aria-current={current ? 'page' : undefined}>
      {inside}
    </Link>
  );
}
