import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  countedAs,
  freeOptionValue,
  type ListedOption,
  optionList,
  withOptionList,
} from '../../formio/setup/option-list.ts';
import type { SetupProps } from './setup/setup-props.ts';

/** What a choice offers, by name; an option of a layer’s own says as which of those from above it counts. */
export function OptionFields({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const options = optionList(component);
  if (options === undefined) return null;
  const set = (next: readonly ListedOption[]) => onChange(withOptionList(component, next));
  const replace = (option: ListedOption, next: ListedOption) =>
    set(options.map((it) => (it === option ? next : it)));
  const add = () => set([...options, { value: freeOptionValue(options), label: t('optionFields.new') }]);
  return (
    <fieldset className="de-fieldset">
      <legend>{t('optionFields.title')}</legend>
      {options.length > 0 && (
        <table className="de-table de-slim">
          <thead>
            <tr>
              <th scope="col">{t('optionFields.name')}</th>
              <th scope="col">{t('optionFields.countsAs')}</th>
              <th scope="col">{t('settings.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.value}>
                <td>
                  <Input
                    aria-label={t('optionFields.nameOf', { name: option.label })}
                    value={option.label}
                    maxLength={60}
                    onChange={({ target }) => replace(option, { ...option, label: target.value })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={t('optionFields.countsAsOf', { name: option.label })}
                    allowClear
                    value={option.mapsTo ?? null}
                    placeholder={t('optionFields.itself')}
                    popupMatchSelectWidth={false}
                    options={options
                      .filter((it) => it !== option && it.mapsTo === undefined)
                      .map(({ value, label }) => ({ value, label }))}
                    onChange={(mapsTo: string | null) =>
                      replace(option, countedAs(option, mapsTo ?? undefined))
                    }
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('settings.removeNamed', { name: option.label })}
                    onClick={() => set(options.filter((it) => it !== option))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button icon={<PlusOutlined />} onClick={add}>
        {t('optionFields.add')}
      </Button>
    </fieldset>
  );
}
