import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { RuledValue } from '@oneplan/runtime/plan/entries/ruled-value.ts';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from './condition-editor.tsx';
import { LogicText } from './logic-text.tsx';
import { readRule } from './read-rule.ts';
import { freshCondition, type PlanRuleModel } from './rule-model.ts';
import { ruleSentence } from './rule-sentence.ts';
import { ScalarInput } from './scalar-input.tsx';
import { useRuleWords } from './use-rule-words.ts';
import { VectorTable } from './vector-table.tsx';
import { writeRule } from './write-rule.ts';

interface RuleBuilderProps {
  readonly rule: RuledValue;
  readonly disabled: boolean;
  readonly onChange: (rule: RuledValue) => void;
}

/** A rule with drop-downs, what it says in plain words, and its examples, which run as one types. */
export function RuleBuilder({ rule, disabled, onChange }: RuleBuilderProps) {
  const { t } = useTranslation('designer');
  const words = useRuleWords();
  const model = readRule(rule.logic);
  const set = (next: PlanRuleModel) => onChange({ ...rule, logic: writeRule(next) });
  return (
    <>
      {model === null ? (
        <LogicText rule={rule} disabled={disabled} onChange={onChange} />
      ) : (
        <>
          <p className="de-sentence" role="status">
            {ruleSentence(model, words)}
          </p>
          <Radio.Group
            aria-label={t('rules.answers.label')}
            value={model.answers}
            disabled={disabled}
            onChange={(event) => set(answering(model, event.target.value))}
          >
            <Radio value="condition">{t('rules.answers.condition')}</Radio>
            <Radio value="value">{t('rules.answers.value')}</Radio>
          </Radio.Group>
          <RuleParts model={model} disabled={disabled} onChange={set} />
        </>
      )}
      <VectorTable rule={rule} disabled={disabled} onChange={onChange} />
    </>
  );
}

function answering(model: PlanRuleModel, answers: PlanRuleModel['answers']): PlanRuleModel {
  if (model.answers === answers) return model;
  if (model.answers === 'value')
    return { answers: 'condition', condition: model.cases[0]?.when ?? freshCondition };
  return { answers: 'value', cases: [{ when: model.condition, value: true }], otherwise: false };
}

interface RulePartsProps {
  readonly model: PlanRuleModel;
  readonly disabled: boolean;
  readonly onChange: (model: PlanRuleModel) => void;
}

function RuleParts({ model, disabled, onChange }: RulePartsProps) {
  const { t } = useTranslation('designer');
  if (model.answers === 'condition')
    return (
      <ConditionEditor
        condition={model.condition}
        disabled={disabled}
        onChange={(condition) => onChange({ answers: 'condition', condition })}
      />
    );
  const { cases } = model;
  const setCase = (index: number, patch: Partial<(typeof cases)[number]>) =>
    onChange({ ...model, cases: cases.map((it, at) => (at === index ? { ...it, ...patch } : it)) });
  return (
    <>
      {cases.map((it, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cases have nothing else that tells them apart
        <fieldset key={index} className="de-fieldset">
          <legend>{t('rules.case', { number: index + 1 })}</legend>
          <div className="de-wide de-conditions">
            <ConditionEditor
              condition={it.when}
              disabled={disabled}
              onChange={(when) => setCase(index, { when })}
            />
          </div>
          <div className="de-condition de-wide">
            <span>{t('rules.gives')}</span>
            <ScalarInput
              label={t('rules.result')}
              value={it.value}
              disabled={disabled}
              onChange={(value) => setCase(index, { value })}
            />
            {!disabled && cases.length > 1 && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('rules.removeCase', { number: index + 1 })}
                onClick={() => onChange({ ...model, cases: cases.filter((_, at) => at !== index) })}
              />
            )}
          </div>
        </fieldset>
      ))}
      <div className="de-condition">
        <span>{t('rules.otherwise')}</span>
        <ScalarInput
          label={t('rules.otherwise')}
          value={model.otherwise}
          disabled={disabled}
          onChange={(otherwise) => onChange({ ...model, otherwise })}
        />
        {!disabled && (
          <Button
            icon={<PlusOutlined />}
            onClick={() => onChange({ ...model, cases: [...cases, { when: freshCondition, value: true }] })}
          >
            {t('rules.addCase')}
          </Button>
        )}
      </div>
    </>
  );
}
