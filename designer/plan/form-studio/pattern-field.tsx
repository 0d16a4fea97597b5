import { compilePattern } from '@oneplan/runtime/forms/pattern.ts';
import { Alert, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namedPatterns, nameOfPattern, patternNamed } from '../../formio/validation/named-patterns.ts';
import { StudioField } from './studio-field.tsx';

interface PatternFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (pattern: unknown) => void;
}

/** The format of a text: one of the named ones, or an expression of the author’s own, with a place to try it. */
export function PatternField({ label, value, onChange }: PatternFieldProps) {
  const { t } = useTranslation('designer');
  const [own, setOwn] = useState(nameOfPattern(value) === 'other');
  const [sample, setSample] = useState('');
  const pattern = typeof value === 'string' ? value : '';
  const name = own ? 'other' : nameOfPattern(value);
  const fits = pattern === '' ? undefined : compilePattern(pattern);
  const choose = (chosen: string) => {
    setOwn(chosen === 'other');
    if (chosen !== 'other') onChange(patternNamed(chosen)?.pattern);
  };
  return (
    <div className="de-studio-group">
      <StudioField label={label}>
        {(id) => (
          <Select
            id={id}
            value={name}
            options={['none', ...namedPatterns.map((it) => it.name), 'other'].map((it) => ({
              value: it,
              label: t(`formStudio.rules.patterns.${it}` as never) as string,
            }))}
            onChange={choose}
          />
        )}
      </StudioField>
      {own && (
        <StudioField label={t('formStudio.rules.ownPattern')}>
          {(id) => <Input id={id} value={pattern} onChange={({ target }) => onChange(target.value)} />}
        </StudioField>
      )}
      {pattern !== '' && !fits && <Alert type="error" title={t('formStudio.rules.patternBad')} />}
      {fits && (
        <StudioField label={t('formStudio.rules.tryOut')}>
          {(id) => (
            <Input
              id={id}
              value={sample}
              placeholder={
                own ? '' : t('formStudio.rules.example', { example: patternNamed(name)?.example ?? '' })
              }
              onChange={({ target }) => setSample(target.value)}
              suffix={
                sample === '' ? undefined : (
                  <span role="status">
                    {fits(sample) ? `✓ ${t('formStudio.rules.fits')}` : `✗ ${t('formStudio.rules.fitsNot')}`}
                  </span>
                )
              }
            />
          )}
        </StudioField>
      )}
    </div>
  );
}
