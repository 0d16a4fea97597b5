import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginSession, beginUnfilled } from '../session/session.ts';
import type { SimulatedProcess } from '../session/simulated-process.ts';
import { startForm } from '../session/step-form.ts';
import { TrialForm } from './trial-form.tsx';
import type { Simulation } from './use-simulation.ts';
import { useSimulationWords } from './use-words.ts';

/** Before a run: on which day it begins, and the record that starts it. */
export function StartPanel({
  process,
  simulation,
}: {
  readonly process: SimulatedProcess;
  readonly simulation: Simulation;
}) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(process);
  const id = useId();
  const [day, setDay] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  const [formKey, setFormKey] = useState(process.records[0]?.form);
  const at = Date.parse(`${day}T08:00:00+08:00`);
  const record = process.records.find(({ form }) => form === formKey);
  const shown = formKey === undefined ? undefined : startForm(process, formKey);
  const nameOf = (key: string) => process.plan.manifest.forms.find((form) => form.key === key)?.name ?? key;
  const beginWithout = () => simulation.take(beginUnfilled(process, at, formKey));
  return (
    <section className="de-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('simulation.start.title')}</h2>
      <div className="de-field">
        <label htmlFor={`${id}-day`}>{t('simulation.start.day')}</label>
        <Input
          id={`${id}-day`}
          type="date"
          value={day}
          required
          onChange={(event) => event.target.value !== '' && setDay(event.target.value)}
        />
      </div>
      {process.records.length > 1 && (
        <div className="de-field">
          <label htmlFor={`${id}-form`}>{t('simulation.start.form')}</label>
          <Select
            id={`${id}-form`}
            value={formKey}
            options={process.records.map(({ form }) => ({ value: form, label: nameOf(form) }))}
            onChange={setFormKey}
          />
        </div>
      )}
      {shown === undefined || record === undefined ? (
        <div className="de-buttons">
          <Button type="primary" onClick={beginWithout}>
            {t('simulation.start.plain')}
          </Button>
        </div>
      ) : (
        <>
          <h3>
            {t('simulation.act.as', { role: words.roleName(record.createdBy[0] ?? ''), name: shown.name })}
          </h3>
          <TrialForm
            key={shown.key}
            form={shown}
            errors={simulation.errors}
            submit={t('simulation.start.submit')}
            onSubmit={(data) =>
              simulation.take(beginSession(process, { at, record: { form: shown.key, data } }))
            }
            more={<Button onClick={beginWithout}>{t('simulation.start.unfilled')}</Button>}
          />
        </>
      )}
    </section>
  );
}
