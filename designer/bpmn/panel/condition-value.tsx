import type { ConditionClause } from '@oneplan/runtime/model/condition-clauses.ts';
import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionTarget, TargetComparison } from './condition-target.ts';
import { TextSetting } from './name-field.tsx';

interface ConditionValueProps {
  readonly clause: ConditionClause;
  readonly target: ConditionTarget | undefined;
  readonly needs: Exclude<TargetComparison['needs'], 'nothing'>;
  readonly disabled: boolean;
  readonly onSet: (value: ConditionClause['value']) => void;
}

/** What a line of a condition compares with. */
export function ConditionValue({ clause, target, needs, disabled, onSet }: ConditionValueProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const label = t('condition.value');
  if (needs === 'option')
    return (
      <Select
        aria-label={label}
        disabled={disabled}
        value={String(clause.value)}
        onChange={onSet}
        options={(target?.options ?? []).map((option) => ({ value: option.key, label: option.label }))}
      />
    );
  if (needs === 'flag')
    return (
      <Select
        aria-label={label}
        disabled={disabled}
        value={clause.value === true ? 'yes' : 'no'}
        onChange={(chosen: 'yes' | 'no') => onSet(chosen === 'yes')}
        options={(['yes', 'no'] as const).map((it) => ({ value: it, label: t(`condition.${it}`) }))}
      />
    );
  if (needs === 'number')
    return (
      <InputNumber
        aria-label={label}
        disabled={disabled}
        value={typeof clause.value === 'number' ? clause.value : null}
        onChange={(value) => value !== null && onSet(value)}
      />
    );
  return (
    <>
      <label className="op-visually-hidden" htmlFor={id}>
        {label}
      </label>
      <TextSetting id={id} disabled={disabled} value={String(clause.value ?? '')} onSet={onSet} />
    </>
  );
}
