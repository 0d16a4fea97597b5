import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '../../contracts/api/session.ts';
import { addressOf, railPlaces } from '../app/navigation.ts';
import { placeIcons } from '../app/place-icons.ts';

const words = {
  designer: ['home.openDesigner', 'home.openDesignerHint'],
  roster: ['home.openRoster', 'home.openRosterHint'],
  operations: ['home.openOperations', 'home.openOperationsHint'],
  audit: ['home.openAudit', 'home.openAuditHint'],
  students: ['home.openStudents', 'home.openStudentsHint'],
} as const;
type ManagePlace = keyof typeof words;

export function managePlaces(me: Me): ManagePlace[] {
  const open = railPlaces(me);
  return (Object.keys(words) as ManagePlace[]).filter((place) => open.includes(place));
}

/** The tools of whoever runs a school or an authority. */
export function ManageLinks({ places }: { readonly places: readonly ManagePlace[] }) {
  const { t } = useTranslation('portal');
  return (
    <section className="po-section" aria-labelledby="manage-title">
      <h2 id="manage-title">{t('home.manage')}</h2>
      <ul className="po-tiles">
        {places.map((place) => {
          const Icon = placeIcons[place];
          const [name, hint] = words[place];
          const inside = (
            <>
              <Icon aria-hidden />
              <span>
                <strong>{t(name)}</strong>
                <span className="po-muted">{t(hint)}</span>
              </span>
              <RightOutlined aria-hidden className="po-tile-go" />
            </>
          );
          return (
            <li key={place}>
              {place === 'designer' ? (
                <a className="po-tile" href={addressOf.designer}>
                  {inside}
                </a>
              ) : (
                <Link className="po-tile" to={addressOf[place]}>
                  {inside}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
