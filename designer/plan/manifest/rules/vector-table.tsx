import { CheckCircleOutlined, CloseCircleOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { RuledValue } from '@oneplan/runtime/plan/entries/ruled-value.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { withItem } from '../editing/with-patch.ts';
import { writeGiven } from './given-value.ts';
import { fieldsOf, runVectors } from './run-vectors.ts';
import { GivenInput, ScalarInput } from './scalar-input.tsx';
import { useRuleWords } from './use-rule-words.ts';

interface VectorTableProps {
  readonly rule: RuledValue;
  readonly disabled: boolean;
  readonly onChange: (rule: RuledValue) => void;
}

/** The examples that a rule must answer rightly, each with its answer as the rule stands. */
export function VectorTable({ rule, disabled, onChange }: VectorTableProps) {
  const { t } = useTranslation('designer');
  const { yesNo } = useRuleWords();
  const { logic, vectors } = rule;
  const fields = [...new Set([...fieldsOf(logic), ...vectors.flatMap(({ given }) => Object.keys(given))])];
  const answers = runVectors(rule);
  const set = (next: RuledValue['vectors']) => onChange({ ...rule, vectors: next });
  const wrong = answers?.filter(({ right }) => !right).length ?? vectors.length;
  return (
    <fieldset className="de-fieldset">
      <legend>{t('rules.vectors.title')}</legend>
      <p className="de-muted" role="status">
        {wrong === 0 ? t('rules.vectors.allRight') : t('rules.vectors.wrong', { count: wrong })}
      </p>
      <table className="de-table de-slim">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
            <th scope="col">{t('rules.vectors.expected')}</th>
            <th scope="col">{t('rules.vectors.answer')}</th>
            <th scope="col">{t('settings.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {vectors.map(({ given, expected }, index) => {
            const { answer, right } = answers?.[index] ?? { answer: null, right: false };
            const Icon = right ? CheckCircleOutlined : CloseCircleOutlined;
            const number = index + 1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: examples have nothing else that tells them apart
              <tr key={index}>
                {fields.map((field) => (
                  <td key={field}>
                    <GivenInput
                      label={t('rules.vectors.given', { number, field })}
                      value={given[field] ?? null}
                      disabled={disabled}
                      onChange={(value) =>
                        set(withItem(vectors, index, { given: { ...given, [field]: value } }))
                      }
                    />
                  </td>
                ))}
                <td>
                  <ScalarInput
                    label={t('rules.vectors.expectedOf', { number })}
                    value={expected}
                    disabled={disabled}
                    onChange={(value) => set(withItem(vectors, index, { expected: value }))}
                  />
                </td>
                <td className="de-answer de-nowrap" data-right={right}>
                  <Icon aria-hidden /> {t(right ? 'rules.vectors.right' : 'rules.vectors.notRight')}
                  {!right && `: ${writeGiven(answer, yesNo)}`}
                </td>
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={disabled || vectors.length === 1}
                    aria-label={t('rules.vectors.remove', { number })}
                    onClick={() => set(vectors.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!disabled && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => set([...vectors, { given: { ...vectors.at(-1)?.given }, expected: true }])}
        >
          {t('rules.vectors.add')}
        </Button>
      )}
    </fieldset>
  );
}
