import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOrgUnits } from '../../../contracts/api/organisation.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { Field } from '../../app/field.tsx';

interface UnitFieldProps {
  /** Of the units directly below this one. */
  readonly below: string;
  /** Chosen units, from the one below `below` down. */
  readonly chosen: readonly string[];
  /** Grades and classes of other cohorts are left out; null: any. */
  readonly entryCohort: number | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** 给谁: one more choice for each level that was chosen, or all of a level. */
export function RosterField({ below, chosen, entryCohort, onChange }: UnitFieldProps) {
  const { t } = useTranslation('portal');
  const { data } = useAnswer(listOrgUnits, { params: { id: below } });
  const fits = (cohort: number | null) => cohort === null || entryCohort === null || cohort === entryCohort;
  const children = (data?.children ?? []).filter((child) => fits(child.entryCohort));
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
        <RosterField
          below={first}
          chosen={rest}
          entryCohort={entryCohort}
          onChange={(deeper) => onChange([first, ...deeper])}
        />
      )}
    </>
  );
}
