import { Input, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../../../app/number-input.tsx';
import { Field } from './field.tsx';

interface Of<T> {
  readonly label: string;
  readonly property: string;
  readonly hint?: ReactNode;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function TextField({ value, onChange, lines = 1, max, ...field }: Of<string> & Lines) {
  return (
    <Field {...field}>
      {({ id, disabled }) =>
        lines > 1 ? (
          <Input.TextArea
            id={id}
            value={value}
            rows={lines}
            maxLength={max}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            id={id}
            value={value}
            maxLength={max}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

interface Lines {
  readonly lines?: number;
  readonly max: number;
}

export function NumberField(
  props: Of<number | undefined> & { readonly min?: number; readonly max: number; readonly unit?: string },
) {
  const { value, onChange, min = 0, max, unit, ...field } = props;
  return (
    <Field {...field}>
      {({ id, disabled }) => (
        <NumberInput
          id={id}
          value={value ?? null}
          min={min}
          max={max}
          precision={0}
          suffix={unit}
          disabled={disabled}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Choices {
  readonly choices: readonly Choice[];
}

const offered = (
  choices: readonly Choice[],
  among: readonly string[] | undefined,
  value: readonly string[],
) => choices.filter((it) => among === undefined || among.includes(it.value) || value.includes(it.value));

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** The name of an entry. */
export function NameField(props: NameFieldProps) {
  const { t } = useTranslation('designer');
  return <TextField label={t('settings.name')} property="name" max={60} {...props} />;
}

/** One of the values that a property is made for. */
export function OneOfField<T extends string>({
  of,
  word,
  onChange,
  ...field
}: Of<T> & { readonly of: readonly T[]; readonly word: (value: T) => string }) {
  return (
    <ChoiceField
      {...field}
      choices={of.map((value) => ({ value, label: word(value) }))}
      onChange={(next) => {
        const chosen = of.find((it) => it === next);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

/** One of several; with `optional` it may be none. */
export function ChoiceField(props: Of<string | undefined> & Choices & { readonly optional?: boolean }) {
  const { t } = useTranslation('designer');
  const { value, onChange, choices, optional = false, ...field } = props;
  return (
    <Field {...field}>
      {({ id, disabled, among }) => (
        <Select
          id={id}
          aria-label={field.label}
          value={value ?? null}
          allowClear={optional}
          placeholder={t('settings.none')}
          disabled={disabled}
          options={offered(choices, among, value === undefined ? [] : [value])}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Field>
  );
}

export function ManyField({ value, onChange, choices, ...field }: Of<readonly string[]> & Choices) {
  const { t } = useTranslation('designer');
  return (
    <Field {...field}>
      {({ id, disabled, among }) => (
        <Select
          id={id}
          mode="multiple"
          aria-label={field.label}
          value={[...value]}
          placeholder={t('settings.none')}
          disabled={disabled}
          optionFilterProp="label"
          options={offered(choices, among, value)}
          onChange={(next) => onChange(next)}
        />
      )}
    </Field>
  );
}

/** Several values that are typed in. */
export function WordsField({ value, onChange, ...field }: Of<readonly string[]>) {
  return (
    <Field {...field}>
      {({ id, disabled }) => (
        <Select
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={field.label}
          value={[...value]}
          disabled={disabled}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

export function SwitchField({ value, onChange, ...field }: Of<boolean>) {
  const { t } = useTranslation('designer');
  return (
    <Field {...field}>
      {({ id, disabled }) => (
        <Switch
          id={id}
          aria-label={field.label}
          checked={value}
          disabled={disabled}
          checkedChildren={t('manifest.parameters.yes')}
          unCheckedChildren={t('manifest.parameters.no')}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

/** A day, as the browser’s own control takes it. */
export function DateField({ value, onChange, ...field }: Of<string | undefined>) {
  return (
    <Field {...field}>
      {({ id, disabled }) => (
        <Input
          id={id}
          type="date"
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Field>
  );
}
