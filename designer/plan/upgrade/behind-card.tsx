import { listBehind } from '@oneplan/runtime/contracts/api/upgrades.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Who of those below still extends an older version than the last; nothing while nobody could. */
export function BehindCard() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const isPublished = (layer.published?.version ?? 0) > 1;
  const { data } = useAnswer(listBehind, { params: { id: layer.id } }, { enabled: isPublished });
  if (data === undefined) return null;
  return (
    <section className="de-card" aria-labelledby="de-overview-behind">
      <h2 id="de-overview-behind">{t('upgrade.behind.title')}</h2>
      {data.items.length === 0 && <p className="de-muted">{t('upgrade.behind.none')}</p>}
      {data.items.length > 0 && (
        <ul className="de-changes">
          {data.items.map(({ layerId, orgUnit, version, last }) => (
            <li key={layerId}>
              <Link to={addresses.layer(layerId)}>{orgUnit.name}</Link>
              <span className="de-muted">{t('upgrade.behind.version', { version, last })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
