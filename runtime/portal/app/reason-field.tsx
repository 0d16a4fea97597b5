import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';

interface ReasonFieldProps {
  readonly value: string;
  /** It was tried without one, where one is needed. */
  readonly missing: boolean;
  readonly onChange: (reason: string) => void;
  readonly label?: string;
  readonly hint?: string;
  /** Most characters that the server takes; where that is more than a line, several lines are offered. */
  readonly longest?: number;
  readonly disabled?: boolean;
}

const line = 200;

/** Why somebody does something that others will ask about. */
export function ReasonField(props: ReasonFieldProps) {
  const { t } = useTranslation('portal');
  const { value, missing, onChange, label, hint, longest = line, disabled } = props;
  return (
    <Field
      label={label ?? t('approval.reason')}
      hint={hint}
      error={missing ? t('approval.missingReason') : undefined}
    >
      {(control) => {
        const box = {
          ...control,
          value,
          maxLength: longest,
          disabled,
          onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
        };
        return longest > line ? (
          <Input.TextArea {...box} autoSize={{ minRows: 2, maxRows: 5 }} />
        ) : (
          <Input {...box} />
        );
      }}
    </Field>
  );
}
