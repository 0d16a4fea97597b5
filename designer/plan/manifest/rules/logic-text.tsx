import type { RuledValue } from '@oneplan/runtime/plan/entries/ruled-value.ts';
import { checkJsonLogic } from '@oneplan/runtime/rules/json-logic.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshCondition } from './rule-model.ts';
import { writeRule } from './write-rule.ts';

interface LogicTextProps {
  readonly rule: RuledValue;
  readonly disabled: boolean;
  readonly onChange: (rule: RuledValue) => void;
}

/** A rule that the builder has no words for, as JSONLogic; it stays as it is unless it is written anew. */
export function LogicText({ rule, disabled, onChange }: LogicTextProps) {
  const { t } = useTranslation('designer');
  const [text, setText] = useState(() => JSON.stringify(rule.logic, null, 2));
  const isRule = parsed(text) !== null;
  return (
    <>
      <p className="de-muted">{t('rules.text.hint')}</p>
      <Input.TextArea
        rows={8}
        aria-label={t('rules.text.label')}
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value);
          const logic = parsed(event.target.value);
          if (logic !== null) onChange({ ...rule, logic });
        }}
      />
      {!isRule && (
        <p className="de-field-error" role="alert">
          {t('rules.text.invalid')}
        </p>
      )}
      {!disabled && (
        <div>
          <Button
            onClick={() =>
              onChange({ ...rule, logic: writeRule({ answers: 'condition', condition: freshCondition }) })
            }
          >
            {t('rules.text.anew')}
          </Button>
        </div>
      )}
    </>
  );
}

function parsed(text: string): RuledValue['logic'] | null {
  try {
    const value: unknown = JSON.parse(text);
    return checkJsonLogic(value).length === 0 ? (value as RuledValue['logic']) : null;
  } catch {
    return null;
  }
}
