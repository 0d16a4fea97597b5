import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryContext } from '../editing/entry-context.ts';
import { Field } from '../editing/field.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { Problems } from '../editing/problems.tsx';

type List = 'holidays' | 'workingDays';

/** Where the working days of the plan differ from the statutory calendar. */
export function WorkingDays() {
  const { t } = useTranslation('designer');
  const { problemsOf } = useManifestDraft();
  const pointers = ['/calendar/holidays', '/calendar/workingDays'];
  return (
    <EntryContext value={{ element: 'calendar', name: t('settings.windows.days') }}>
      <section className="de-card" aria-labelledby="de-working-days">
        <h2 id="de-working-days">{t('settings.windows.days')}</h2>
        <p className="de-muted">{t('settings.windows.daysHint')}</p>
        <Problems sentences={pointers.flatMap((pointer) => problemsOf(pointer, 'calendar '))} />
        <div className="de-fields">
          <Days list="holidays" />
          <Days list="workingDays" />
        </div>
      </section>
    </EntryContext>
  );
}

function Days({ list }: { readonly list: List }) {
  const { t } = useTranslation('designer');
  const { manifest, change } = useManifestDraft();
  const [day, setDay] = useState('');
  const calendar = manifest.calendar ?? { holidays: [], workingDays: [] };
  const days = calendar[list];
  const isInOther = calendar[list === 'holidays' ? 'workingDays' : 'holidays'].includes(day);
  const label = t(`settings.windows.${list}`);
  const set = (next: string[]) =>
    change(null, (it) => ({ ...it, calendar: { ...calendar, ...it.calendar, [list]: next.sort() } }));
  return (
    <Field label={label} property={list}>
      {({ id, disabled }) => (
        <>
          <ul className="de-chips">
            {days.map((it) => (
              <li key={it}>
                {it}
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  disabled={disabled}
                  aria-label={t('settings.removeNamed', { name: it })}
                  onClick={() => set(days.filter((other) => other !== it))}
                />
              </li>
            ))}
          </ul>
          <div className="de-condition">
            <Input
              id={id}
              type="date"
              value={day}
              disabled={disabled}
              onChange={(event) => setDay(event.target.value)}
            />
            <Button
              disabled={disabled || day === '' || isInOther}
              aria-label={`${label} ${t('settings.windows.addDay')}`}
              onClick={() => {
                if (!days.includes(day)) set([...days, day]);
                setDay('');
              }}
            >
              {t('settings.windows.addDay')}
            </Button>
          </div>
          {isInOther && (
            <p className="de-field-error" role="alert">
              {t('settings.windows.both')}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
