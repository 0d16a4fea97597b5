import { Input } from 'antd';
import { useState } from 'react';
import { readGiven, readScalar, writeGiven } from './given-value.ts';
import type { RuleScalar } from './rule-model.ts';
import { useRuleWords } from './use-rule-words.ts';

interface TypedProps<T> {
  readonly label: string;
  readonly value: unknown;
  readonly disabled: boolean;
  readonly read: (text: string) => T;
  readonly onChange: (value: T) => void;
}

/** A value as it is typed: what is in the field stays as it was typed while it means what is stored. */
function TypedInput<T>({ label, value, disabled, read, onChange }: TypedProps<T>) {
  const { yesNo } = useRuleWords();
  const [typed, setTyped] = useState(() => writeGiven(value, yesNo));
  const isSame = JSON.stringify(read(typed)) === JSON.stringify(value);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      value={isSame ? typed : writeGiven(value, yesNo)}
      disabled={disabled}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}

type InputProps<T> = Omit<TypedProps<T>, 'read'>;

export const ScalarInput = (props: InputProps<RuleScalar>) => <TypedInput {...props} read={readScalar} />;

/** Takes several values with commas, too. */
export const GivenInput = (props: InputProps<RuleScalar | readonly RuleScalar[]>) => (
  <TypedInput {...props} read={readGiven} />
);
