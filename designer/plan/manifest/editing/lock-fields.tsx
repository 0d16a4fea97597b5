import type { Lock } from '@oneplan/runtime/plan/lock.ts';
import { lockClasses } from '@oneplan/runtime/plan/lock.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField, WordsField } from './fields.tsx';
import { useManifestDraft } from './manifest-draft.ts';

interface LockFieldsProps {
  readonly lock: Lock | undefined;
  /** An entry of this list always has a lock. */
  readonly required?: boolean;
  readonly onChange: (lock: Lock | undefined) => void;
}

/** What the layers below may do with an entry, and the clause that this rests on. */
export function LockFields({ lock, required = false, onChange }: LockFieldsProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  const choose = (name: string | undefined) => {
    const chosen = lockClasses.find((it) => it === name);
    if (chosen === undefined) return onChange(undefined);
    const basis = lock?.basis && { basis: lock.basis };
    onChange(
      chosen === 'TIGHTEN' ? { class: chosen, direction: 'min', ...basis } : { class: chosen, ...basis },
    );
  };
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.lock.below')}</legend>
      <ChoiceField
        label={t('settings.lock.class')}
        property="lock"
        optional={!required}
        value={lock?.class}
        choices={lockClasses.map((value) => ({ value, label: t(`workbench.lock.${value}`) }))}
        onChange={choose}
      />
      {lock?.class === 'TIGHTEN' && (
        <ChoiceField
          label={t('settings.lock.direction')}
          property="lock"
          value={lock.direction}
          choices={(['min', 'max'] as const).map((value) => ({
            value,
            label: t(`manifest.parameters.${value}`),
          }))}
          onChange={(next) => onChange({ ...lock, direction: next === 'max' ? 'max' : 'min' })}
        />
      )}
      {lock?.class === 'FREE' && (
        <WordsField
          label={t('locks.among')}
          property="lock"
          hint={t('locks.amongHint')}
          value={lock.among ?? []}
          onChange={(among) => {
            const { among: _, ...rest } = lock;
            onChange(among.length === 0 ? rest : { ...rest, among: [...among] });
          }}
        />
      )}
      {lock !== undefined && (
        <ChoiceField
          label={t('settings.lock.document')}
          property="lock"
          optional
          value={lock.basis?.document}
          choices={manifest.legalBasis.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(document) => {
            const { basis, ...rest } = lock;
            onChange(document === undefined ? rest : { ...rest, basis: { ...basis, document } });
          }}
        />
      )}
      {lock?.basis !== undefined && (
        <TextField
          label={t('settings.lock.clause')}
          property="lock"
          max={60}
          value={lock.basis.clause ?? ''}
          onChange={(clause) => {
            const { document } = lock.basis ?? { document: '' };
            onChange({ ...lock, basis: clause === '' ? { document } : { document, clause } });
          }}
        />
      )}
    </fieldset>
  );
}
