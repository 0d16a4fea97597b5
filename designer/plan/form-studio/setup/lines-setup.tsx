import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { optionsFromLines, optionsOf, withOptions } from '../../../formio/setup/options.ts';
import { StudioField } from '../studio-field.tsx';
import type { SetupProps } from './setup-props.ts';

/** The resource units that can be chosen, one a line. */
export function LinesSetup({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const [before] = useState(() => optionsOf(component));
  const [text, setText] = useState(() => before.map(({ label }) => label).join('\n'));
  return (
    <>
      <StudioField label={t('formPalette.units')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={8}
            value={text}
            placeholder={t('formPalette.unitsExample')}
            onChange={({ target }) => {
              setText(target.value);
              onChange(withOptions(component, optionsFromLines(target.value, before)));
            }}
          />
        )}
      </StudioField>
      <p className="de-muted">{t('formPalette.unitsHint')}</p>
    </>
  );
}
