import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../app/field.tsx';

interface RemarkFieldProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly error?: string;
  readonly onChange: (text: string) => void;
}

const presets = ['evidence', 'facts', 'wrong', 'duplicate'] as const;
const longest = 100;

/** What the pupil will read, with phrases that are often needed. */
export function RemarkField({ box, value, error, onChange }: RemarkFieldProps) {
  const { t } = useTranslation('portal');
  const add = (text: string) => {
    onChange(`${value.trim()}${value.trim() === '' ? '' : ' '}${text}`.slice(0, longest));
    box.current?.focus();
  };
  return (
    <div className="po-remark">
      <Field label={t('inbox.remark')} hint={t('inbox.remarkHint')} error={error}>
        {(control) => (
          <Input.TextArea
            {...control}
            ref={(area: TextAreaRef | null) => {
              box.current = area?.resizableTextArea?.textArea ?? null;
            }}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={longest}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Dropdown
        trigger={['click']}
        menu={{
          items: presets.map((preset) => ({ key: preset, label: t(`inbox.preset.${preset}`) })),
          onClick: ({ key }) => add(t(`inbox.preset.${key}`)),
        }}
      >
        <Button type="text" className="po-presets">
          {t('inbox.presets')} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </div>
  );
}
