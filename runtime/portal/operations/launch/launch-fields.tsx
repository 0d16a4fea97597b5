import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LaunchOffer } from '../../../contracts/api/launches.ts';
import { Field } from '../../app/field.tsx';
import { type ChosenLaunch, type LaunchChoice, offerKey } from './launch-choice.ts';

interface LaunchFieldsProps {
  readonly offers: readonly LaunchOffer[];
  readonly chosen: ChosenLaunch;
  readonly onChange: (choice: LaunchChoice) => void;
}

/** 发起什么: cohort with its plan version, flow, record and term. */
export function LaunchFields({ offers, chosen, onChange }: LaunchFieldsProps) {
  const { t } = useTranslation('portal');
  const { offer, process, formKey, termSlot } = chosen;
  const now: LaunchChoice = {
    offer: offerKey(offer),
    processKey: process.key,
    formKey: formKey ?? '',
    termSlot,
  };
  return (
    <>
      <Field
        label={t('operations.launch.cohort')}
        hint={t('operations.launch.planOf', {
          plan: offer.planName,
          unit: offer.publishedFor,
          version: offer.bundleVersion,
        })}
      >
        {(control) => (
          <Select
            {...control}
            value={now.offer}
            onChange={(key: string) => onChange({ offer: key })}
            options={offers.map((one) => ({
              value: offerKey(one),
              label: t('operations.launch.cohortName', { year: one.entryCohort }),
            }))}
          />
        )}
      </Field>
      <Field label={t('operations.process')}>
        {(control) => (
          <Select
            {...control}
            value={now.processKey}
            onChange={(processKey: string) => onChange({ ...now, processKey, formKey: undefined })}
            options={offer.processes.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
      </Field>
      <Field label={t('operations.launch.form')} hint={t('operations.launch.formHint')}>
        {(control) => (
          <Select
            {...control}
            value={now.formKey}
            onChange={(key: string) => onChange({ ...now, formKey: key })}
            options={[
              ...process.forms.map(({ key, name }) => ({ value: key, label: name })),
              { value: '', label: t('operations.launch.noForm') },
            ]}
          />
        )}
      </Field>
      <Field label={t('operations.launch.term')}>
        {(control) => (
          <Select
            {...control}
            value={termSlot}
            onChange={(slot: number) => onChange({ ...now, termSlot: slot })}
            options={offer.termSlots.map(({ slot, name }) => ({
              value: slot,
              label: slot === offer.currentSlot ? t('operations.launch.currentTerm', { name }) : name,
            }))}
          />
        )}
      </Field>
    </>
  );
}
