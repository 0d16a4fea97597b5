import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { Trial } from '@oneplan/runtime/decisions/try-decision.ts';
import { AutoComplete, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialInput } from './trial-inputs.ts';

interface TryPanelProps {
  readonly decision: string;
  readonly inputs: readonly TrialInput[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (name: string, value: string) => void;
  /** Undefined: the table cannot be evaluated as it is, for these reasons. */
  readonly trial: Trial | undefined;
  readonly problems: readonly string[];
  /** Whether anything was typed. */
  readonly asked: boolean;
  /** How people call the outputs. */
  readonly labelOf: (output: string) => string;
}

/** 试一试: values in, and at once which rules match and what comes out. */
export function TryPanel({
  decision,
  inputs,
  typed,
  onType,
  trial,
  problems,
  asked,
  labelOf,
}: TryPanelProps) {
  const { t } = useTranslation('designer');
  const id = useId();
  return (
    <section className="de-card de-try" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('decisions.try.title')}</h2>
      {inputs.length === 0 && <p className="de-muted">{t('decisions.try.noInputs')}</p>}
      {inputs.map((input) => (
        <div key={input.name} className="de-field">
          <label htmlFor={`${id}-${input.name}`}>{input.label}</label>
          <Control
            id={`${id}-${input.name}`}
            input={input}
            value={typed[input.name] ?? ''}
            onType={(value) => onType(input.name, value)}
          />
        </div>
      ))}
      <div role="status">
        {trial === undefined && <Problem sentences={problems} />}
        {trial !== undefined && !asked && inputs.length > 0 && (
          <p className="de-muted">{t('decisions.try.empty')}</p>
        )}
        {trial !== undefined && (asked || inputs.length === 0) && (
          <Answer trial={trial} decision={decision} labelOf={labelOf} />
        )}
      </div>
    </section>
  );
}

interface ControlProps {
  readonly id: string;
  readonly input: TrialInput;
  readonly value: string;
  readonly onType: (value: string) => void;
}

function Control({ id, input: { kind, offered }, value, onType }: ControlProps) {
  const { t } = useTranslation('designer');
  if (kind === 'yes-no')
    return (
      <Select
        id={id}
        allowClear
        value={value === '' ? undefined : value}
        options={[
          { value: 'true', label: t('decisions.try.yes') },
          { value: 'false', label: t('decisions.try.no') },
        ]}
        onChange={(chosen) => onType(chosen ?? '')}
      />
    );
  if (kind === 'text')
    return (
      <AutoComplete
        id={id}
        value={value}
        options={offered.map((text) => ({ value: text }))}
        onChange={(text) => onType(text ?? '')}
      />
    );
  return <Input id={id} type={kind} value={value} onChange={(event) => onType(event.target.value)} />;
}

function Problem({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="de-try-answer" data-kind="problem">
      {sentences.map((sentence) => (
        <p key={sentence}>
          <CloseCircleOutlined aria-hidden /> {sentence}
        </p>
      ))}
    </div>
  );
}

interface AnswerProps {
  readonly trial: Trial;
  readonly decision: string;
  readonly labelOf: (output: string) => string;
}

function Answer({ trial, decision, labelOf }: AnswerProps) {
  const { t } = useTranslation('designer');
  const matching = (trial.matching.get(decision) ?? []).map((at) => at + 1);
  const rules = t('decisions.try.rules', { rules: matching.join(t('decisions.try.separator')) });
  if (trial.problem !== undefined)
    return (
      <Problem
        sentences={[
          ...(matching.length > 1
            ? [t('decisions.try.several', { rules: matching.join(t('decisions.try.separator')) })]
            : [t('decisions.try.wrongType')]),
        ]}
      />
    );
  if (trial.results.length === 0)
    return (
      <div className="de-try-answer" data-kind="none">
        <p>
          <MinusCircleOutlined aria-hidden /> {t('decisions.try.none')}
        </p>
      </div>
    );
  return (
    <div className="de-try-answer">
      <p>
        <CheckCircleOutlined aria-hidden /> {rules}
      </p>
      {trial.results.map((result, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: results are told apart by their order alone
        <dl key={at}>
          {Object.entries(result).map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{labelOf(name)}</dt>
              <dd>{sayResult(value, t('decisions.try.yes'), t('decisions.try.no'))}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}

function sayResult(value: unknown, yes: string, no: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (value === null || value === undefined) return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
