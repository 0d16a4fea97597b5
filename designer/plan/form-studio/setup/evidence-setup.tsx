import { numberOf } from '@oneplan/runtime/forms/definition.ts';
import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { fileTypeNames, fileTypesOf, megabytesOf, withFileTypes } from '../../../formio/setup/file-types.ts';
import { StudioField } from '../studio-field.tsx';
import type { SetupProps } from './setup-props.ts';

/** How many files of which kind, and how large. */
export function EvidenceSetup({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const types = fileTypesOf(component);
  return (
    <>
      <StudioField label={t('formPalette.maxFiles')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={50}
            precision={0}
            value={component.multiple === true ? (numberOf(component, 'maxFiles') ?? null) : 1}
            placeholder={t('formPalette.unlimited')}
            onChange={(count) => {
              const { maxFiles: _, ...rest } = component;
              onChange({
                ...rest,
                multiple: count !== 1,
                ...(count === null || count === 1 ? {} : { maxFiles: count }),
              });
            }}
          />
        )}
      </StudioField>
      <StudioField label={t('formPalette.maxMegabytes')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0.5}
            max={20}
            value={megabytesOf(component) ?? null}
            suffix="MB"
            onChange={(size) => onChange({ ...component, fileMaxSize: `${size ?? 5}MB` })}
          />
        )}
      </StudioField>
      <fieldset className="de-setup-choices">
        <legend>{t('formPalette.fileTypes')}</legend>
        {fileTypeNames.map((name) => (
          <Checkbox
            key={name}
            checked={types.includes(name)}
            disabled={types.length === 1 && types.includes(name)}
            onChange={({ target }) =>
              onChange(
                withFileTypes(
                  component,
                  target.checked ? [...types, name] : types.filter((it) => it !== name),
                ),
              )
            }
          >
            {t(`formPalette.fileType.${name}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
