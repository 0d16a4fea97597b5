import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskColleagues } from '../../contracts/api/approval.ts';
import { type Role, roles } from '../../contracts/roles.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Field } from '../app/field.tsx';
import { useDebounced } from '../app/use-debounced.ts';

const isRole = (role: string): role is Role => roles.some((one) => one === role);

interface PeopleFieldProps {
  readonly taskId: string;
  readonly several: boolean;
  readonly value: readonly string[];
  readonly error?: string;
  readonly onChange: (people: readonly string[]) => void;
}

/** Chooses people of the pupil’s school by name. */
export function PeopleField({ taskId, several, value, error, onChange }: PeopleFieldProps) {
  const { t } = useTranslation('portal');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const { data, isFetching } = useAnswer(
    taskColleagues,
    { params: { id: taskId }, query: q === '' ? {} : { q } },
    { keepPrevious: true },
  );
  // Until the answer to what was typed is there, the list must not offer, to a quick Enter, somebody else.
  const words = typed.trim().toLowerCase();
  const found = (data?.items ?? []).filter(({ name }) => name.toLowerCase().includes(words));
  return (
    <Field
      label={t(several ? 'approval.people' : 'approval.person')}
      hint={t('approval.personHint')}
      error={error}
    >
      {(control) => (
        <Select
          {...control}
          mode={several ? 'multiple' : undefined}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={isFetching}
          notFoundContent={t('approval.nobody')}
          value={several ? [...value] : value[0]}
          onChange={(chosen: string | string[]) => onChange(Array.isArray(chosen) ? chosen : [chosen])}
          options={found.map(({ id, name, roles }) => ({
            value: id,
            label: name,
            roles: roles.flatMap((role) => (isRole(role) ? [t(`shell.role.${role}`)] : [])).join('、'),
          }))}
          optionRender={({ label, data: { roles } }) => (
            <>
              {label} <span className="po-muted po-small">{roles}</span>
            </>
          )}
          style={{ width: '100%' }}
        />
      )}
    </Field>
  );
}
