import { TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { openPlace } from './open-place.ts';
import { usePresence } from './use-presence.ts';
import { useWorkbench } from './workbench-context.ts';

/** Who else has this layer open, and what of it; loud only when it is the very thing that is open here. */
export function PresenceHint() {
  const { t } = useTranslation('designer');
  const { layer, artefacts } = useWorkbench();
  const { pathname } = useLocation();
  const place = openPlace(pathname);
  const others = usePresence(layer.id, place, layer.editable);
  if (others.length === 0) return null;
  const nameOf = (at: string | null) => {
    if (at === null) return layer.orgUnit.name;
    const found = artefacts.find(({ kind, key }) => `${kind}/${key}` === at);
    return found && found.kind !== 'manifest' ? found.name : t('workbench.section.settings');
  };
  return (
    <ul className="de-presence" aria-label={t('workbench.presence.label')}>
      {others.map(({ person, place: at }) => (
        <li key={person.id} data-here={at !== null && at === place}>
          <TeamOutlined aria-hidden />{' '}
          {at !== null && at === place
            ? t('workbench.presence.here', { who: person.name })
            : t('workbench.presence.elsewhere', { who: person.name, what: nameOf(at) })}
        </li>
      ))}
    </ul>
  );
}
