import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../addresses.ts';
import { LockNote } from '../editing/lock-note.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { Facts } from './facts.tsx';
import { FieldLists } from './field-lists.tsx';
import { SettingPage } from './setting-page.tsx';

/** 档案: what goes into the pupil’s archive. */
export function ArchivePage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  return (
    <SettingPage page="archive" filled={({ archive }) => archive.length > 0}>
      {({ archive, processes }) =>
        archive.map((section) => (
          <section key={section.key} className="de-card" aria-label={section.heading}>
            <h2>
              {section.heading} <LockNote name={section.heading} lock={section.lock} />
            </h2>
            <Facts
              items={[
                [
                  t('manifest.archive.process'),
                  <Link
                    key="process"
                    to={`${addresses.process(layer.id, section.process)}?${new URLSearchParams({ [placeParameter]: section.element })}`}
                  >
                    {processes.find(({ key }) => key === section.process)?.name ?? section.process}
                  </Link>,
                ],
              ]}
            />
            <h3>{t('manifest.archive.fields')}</h3>
            <FieldLists label={t('manifest.archive.fields')} lists={section.fields} />
            {section.attachments.length > 0 && (
              <>
                <h3>{t('manifest.archive.attachments')}</h3>
                <FieldLists label={t('manifest.archive.attachments')} lists={section.attachments} />
              </>
            )}
          </section>
        ))
      }
    </SettingPage>
  );
}
