import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisonsOf } from '../../formio/conditions/comparisons.ts';
import { type Clause, comparisonOf } from '../../formio/conditions/condition-draft.ts';
import type { ConditionTarget } from '../../formio/conditions/condition-targets.ts';

interface ConditionLineProps {
  /** from 1 */
  readonly n: number;
  readonly clause: Clause;
  readonly targets: readonly ConditionTarget[];
  readonly onChange: (clause: Clause) => void;
  readonly onRemove: () => void;
}

/** One line of a condition. Choosing another field or comparison empties what no longer fits. */
export function ConditionLine({ n, clause, targets, onChange, onRemove }: ConditionLineProps) {
  const { t } = useTranslation('designer');
  const words = (name: string) => `${t('formStudio.condition.line', { n })} ${name}`;
  const target = targets.find(({ variable }) => variable === clause.variable);
  const choose = (variable: string) => {
    const component = targets.find((it) => it.variable === variable)?.component;
    const [first] = component ? comparisonsOf(component) : [];
    onChange({ variable, comparison: first?.name ?? '', value: undefined });
  };
  const compare = (comparison: string) => {
    const before = comparisonOf(clause, targets)?.with;
    const after = comparisonOf({ ...clause, comparison }, targets)?.with;
    onChange({ ...clause, comparison, value: before === after ? clause.value : undefined });
  };
  return (
    <fieldset className="de-condition-line">
      <legend className="op-visually-hidden">{t('formStudio.condition.line', { n })}</legend>
      <Select
        aria-label={words(t('formStudio.condition.component'))}
        placeholder={t('formStudio.condition.component')}
        value={target ? clause.variable : undefined}
        options={targets.map(({ variable, label }) => ({ value: variable, label }))}
        onChange={choose}
      />
      <Select
        aria-label={words(t('formStudio.condition.comparison'))}
        placeholder={t('formStudio.condition.comparison')}
        disabled={!target}
        value={clause.comparison || undefined}
        options={(target ? comparisonsOf(target.component) : []).map(({ name }) => ({
          value: name,
          label: t(`formStudio.condition.comparisons.${name}` as never),
        }))}
        onChange={compare}
      />
      <ClauseValue
        label={words(t('formStudio.condition.value'))}
        clause={clause}
        targets={targets}
        onChange={(value) => onChange({ ...clause, value })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('formStudio.condition.remove', { n })}
        onClick={onRemove}
      />
    </fieldset>
  );
}

interface ClauseValueProps extends Pick<ConditionLineProps, 'clause' | 'targets'> {
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

function ClauseValue({ label, clause, targets, onChange }: ClauseValueProps) {
  const { value } = clause;
  const target = targets.find(({ variable }) => variable === clause.variable);
  switch (comparisonOf(clause, targets)?.with) {
    case 'text':
      return (
        <Input
          aria-label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          onChange={(given) => onChange(given ?? undefined)}
        />
      );
    case 'date':
      return (
        <Input
          type="date"
          aria-label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      );
    case 'option':
      return (
        <Select
          aria-label={label}
          value={value === undefined ? undefined : String(value)}
          options={target?.options.map((option) => ({ value: String(option.value), label: option.label }))}
          onChange={(chosen) => onChange(target?.options.find((it) => String(it.value) === chosen)?.value)}
        />
      );
    default:
      return <span />;
  }
}
