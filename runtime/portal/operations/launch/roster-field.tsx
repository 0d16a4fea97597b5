import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOrgUnits } from '../../../contracts/api/organisation.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { Field } from '../../app/field.tsx';

interface RosterFieldProps {
  /** Of the units directly below this one. */
  readonly below: string;
  /** Chosen units, from the one below `below` down. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** 给谁: one more choice for each level that was chosen, or all of a level. */
export function RosterField({ below, chosen, onChange }: RosterFieldProps) {
  const { t } = useTranslation('portal');
  const { data } = useAnswer(listOrgUnits, { params: { id: below } });
  const children = data?.children ?? [];
  const [first, ...rest] = chosen;
  const kind = children[0]?.kind;
  if (kind === undefined) return null;
  return (
    <>
      <Field label={t(`shell.unitKind.${kind}`)}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={first ?? ''}
            onChange={(id: string) => onChange(id === '' ? [] : [id])}
            options={[
              { value: '', label: t('operations.launch.allOf', { name: data?.unit.name }) },
              ...children.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      {first !== undefined && kind !== 'class' && (
        <RosterField below={first} chosen={rest} onChange={(deeper) => onChange([first, ...deeper])} />
      )}
    </>
  );
}
