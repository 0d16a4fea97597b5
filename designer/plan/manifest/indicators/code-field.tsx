import { indicatorCode } from '@oneplan/runtime/plan/entries/indicator.ts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../editing/field.tsx';

interface CodeFieldProps {
  readonly code: string;
  readonly taken: readonly string[];
  readonly onChange: (code: string) => void;
}

/** The code of an indicator. It is changed when the field is left: others refer to it by it. */
export function CodeField({ code, taken, onChange }: CodeFieldProps) {
  const { t } = useTranslation('designer');
  const [typed, setTyped] = useState(code);
  const isTaken = typed !== code && taken.includes(typed);
  const isCode = indicatorCode.safeParse(typed).success;
  const commit = () => {
    if (typed !== code && !isTaken && isCode) onChange(typed);
  };
  return (
    <Field label={t('settings.indicators.code')} property="code">
      {({ id, disabled }) => (
        <>
          <Input
            id={id}
            value={typed}
            maxLength={20}
            disabled={disabled}
            {...(isTaken || !isCode ? { status: 'error' as const, 'aria-invalid': true } : {})}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
            onPressEnter={commit}
          />
          {(isTaken || !isCode) && (
            <p className="de-field-error" role="alert">
              {t(isTaken ? 'settings.indicators.codeTaken' : 'settings.indicators.codeInvalid')}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
