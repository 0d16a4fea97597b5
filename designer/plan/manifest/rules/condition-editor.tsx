import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisons, freshCondition, type RuleCondition, type RuleOperand } from './rule-model.ts';
import { ScalarInput } from './scalar-input.tsx';

interface ConditionEditorProps {
  readonly condition: RuleCondition;
  readonly disabled: boolean;
  readonly onChange: (condition: RuleCondition) => void;
  /** Absent: the condition has to stay. */
  readonly onRemove?: () => void;
}

const shapes = ['field', 'sum', 'count', 'all', 'some', 'none', 'and', 'or', 'not'] as const;
type Shape = (typeof shapes)[number];

const shapeOf = (it: RuleCondition): Shape => (it.is === 'compare' ? it.operand.of : it.is);

/** One condition with drop-downs; groups hold conditions of their own. */
export function ConditionEditor({ condition, disabled, onChange, onRemove }: ConditionEditorProps) {
  const { t } = useTranslation('designer');
  const shape = shapeOf(condition);
  return (
    <>
      <div className="de-condition">
        <Select
          aria-label={t('rules.shape.label')}
          value={shape}
          disabled={disabled}
          options={shapes.map((value) => ({ value, label: t(`rules.shape.${value}`) }))}
          onChange={(next) => onChange(reshaped(condition, next))}
        />
        <ConditionFields condition={condition} disabled={disabled} onChange={onChange} />
        {onRemove && !disabled && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('rules.removeCondition')}
            onClick={onRemove}
          />
        )}
      </div>
      {(condition.is === 'and' || condition.is === 'or') && (
        <fieldset className="de-conditions" aria-label={t(`rules.shape.${condition.is}`)}>
          {condition.parts.map((part, index) => (
            <ConditionEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have nothing else that tells them apart
              key={index}
              condition={part}
              disabled={disabled}
              onChange={(next) =>
                onChange({ ...condition, parts: condition.parts.map((it, at) => (at === index ? next : it)) })
              }
              onRemove={() =>
                onChange({ ...condition, parts: condition.parts.filter((_, at) => at !== index) })
              }
            />
          ))}
          {!disabled && (
            <div>
              <Button
                size="small"
                icon={<PlusOutlined />}
                onClick={() => onChange({ ...condition, parts: [...condition.parts, freshCondition] })}
              >
                {t('rules.addCondition')}
              </Button>
            </div>
          )}
        </fieldset>
      )}
      {condition.is === 'not' && (
        <fieldset className="de-conditions" aria-label={t('rules.shape.not')}>
          <ConditionEditor
            condition={condition.part}
            disabled={disabled}
            onChange={(part) => onChange({ is: 'not', part })}
          />
        </fieldset>
      )}
    </>
  );
}

/** What a condition keeps of itself when it is made one of another kind. */
function reshaped(condition: RuleCondition, shape: Shape): RuleCondition {
  if (shape === 'not') return { is: 'not', part: condition };
  if (shape === 'and' || shape === 'or') {
    const isGroup = condition.is === 'and' || condition.is === 'or';
    return { is: shape, parts: isGroup ? condition.parts : [condition] };
  }
  const before = simple(condition);
  if (shape === 'all' || shape === 'some' || shape === 'none') return { is: shape, ...before };
  const { field, test, value } = before;
  const operand: RuleOperand =
    shape === 'count' ? { of: 'count', field, test: '>=', threshold: 1 } : { of: shape, field };
  return { is: 'compare', operand, test, value };
}

function simple(condition: RuleCondition) {
  if (condition.is === 'compare')
    return { field: condition.operand.field, test: condition.test, value: condition.value };
  if (condition.is === 'all' || condition.is === 'some' || condition.is === 'none')
    return { field: condition.field, test: condition.test, value: condition.value };
  return { field: 'count', test: '>=' as const, value: 1 };
}

type FieldsProps = Pick<ConditionEditorProps, 'condition' | 'disabled' | 'onChange'>;

function ConditionFields({ condition, disabled, onChange }: FieldsProps) {
  const { t } = useTranslation('designer');
  if ('parts' in condition || 'part' in condition) return null;
  const isComparison = condition.is === 'compare';
  const field = isComparison ? condition.operand.field : condition.field;
  const setField = (next: string) =>
    onChange(
      isComparison
        ? { ...condition, operand: { ...condition.operand, field: next } }
        : { ...condition, field: next },
    );
  const tests = comparisons.map((value) => ({ value, label: t(`rules.test.${value}`) }));
  const { operand } = isComparison ? condition : { operand: null };
  return (
    <>
      <Input
        aria-label={t('rules.field')}
        placeholder={t('rules.field')}
        value={field}
        disabled={disabled}
        maxLength={60}
        onChange={(event) => setField(event.target.value)}
      />
      {isComparison && operand?.of === 'count' && (
        <>
          <Select
            aria-label={t('rules.itemTest')}
            value={operand.test}
            disabled={disabled}
            options={tests}
            onChange={(next) => onChange({ ...condition, operand: { ...operand, test: next } })}
          />
          <ScalarInput
            label={t('rules.itemValue')}
            value={operand.threshold}
            disabled={disabled}
            onChange={(threshold) => onChange({ ...condition, operand: { ...operand, threshold } })}
          />
          <span>{t('rules.countIs')}</span>
        </>
      )}
      <Select
        aria-label={t('rules.testLabel')}
        value={condition.test}
        disabled={disabled}
        options={tests}
        onChange={(next) => onChange({ ...condition, test: next })}
      />
      <ScalarInput
        label={t('rules.value')}
        value={condition.value}
        disabled={disabled}
        onChange={(value) => onChange({ ...condition, value })}
      />
    </>
  );
}
