import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../addresses.ts';
import { LockNote } from '../editing/lock-note.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { Facts } from './facts.tsx';
import { FieldLists } from './field-lists.tsx';
import { SettingPage } from './setting-page.tsx';
import { useParameterWords } from './use-parameter-words.ts';

/** 公示: what a notice shows, to whom and how long. */
export function NoticesPage() {
  return (
    <SettingPage page="notices" filled={({ notices }) => notices.length > 0}>
      {(manifest) =>
        manifest.notices.map((notice) => <Notice key={notice.key} notice={notice} manifest={manifest} />)
      }
    </SettingPage>
  );
}

interface NoticeProps {
  readonly notice: PlanManifest['notices'][number];
  readonly manifest: PlanManifest;
}

function Notice({ notice, manifest }: NoticeProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { sayValue } = useParameterWords();
  const process = manifest.processes.find(({ key }) => key === notice.process);
  const period = manifest.parameters.find(({ key }) => key === notice.period);
  const place = new URLSearchParams({ [placeParameter]: notice.open });
  return (
    <section className="de-card" aria-label={notice.heading}>
      <h2>
        {notice.heading} <LockNote name={notice.heading} lock={notice.lock} />
      </h2>
      <Facts
        items={[
          [t('manifest.notices.audience'), t(`manifest.notices.${notice.audience}`)],
          [
            t('manifest.notices.period'),
            <Link key="period" to={addresses.setting(layer.id, 'parameters')}>
              {period ? sayValue(period, period.value) : notice.period}
            </Link>,
          ],
          [
            t('manifest.notices.process'),
            <Link key="process" to={`${addresses.process(layer.id, notice.process)}?${place}`}>
              {process?.name ?? notice.process}
            </Link>,
          ],
        ]}
      />
      <h3>{t('manifest.notices.fields')}</h3>
      <FieldLists label={t('manifest.notices.fields')} lists={notice.fields} />
    </section>
  );
}
