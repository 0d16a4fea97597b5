import { UploadOutlined } from '@ant-design/icons';
import type { FormImport } from '@oneplan/runtime/forms/import/import-report.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Alert, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportReport } from './import-report.tsx';
import { readImport } from './read-import.ts';
import { withImported } from './with-imported.ts';
import './import-dialog.css';

interface ImportDialogProps {
  readonly form: FormDefinition;
  /** Puts the form into the builder as one step that can be undone; false where it is refused, which is said. */
  readonly onImport: (form: FormDefinition) => boolean;
  readonly onClose: () => void;
}

/** Brings an ordinary Form.io form in: what is kept and what is not is said before anything changes. */
export function ImportDialog({ form, onImport, onClose }: ImportDialogProps) {
  const { t } = useTranslation('designer');
  const file = useId();
  const text = useId();
  const [source, setSource] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [read, setRead] = useState<FormImport | null>(null);
  const [how, setHow] = useState<'replace' | 'append'>('append');
  const take = (next: string, from: string | null) => {
    setSource(next);
    setName(from);
    setRead(next.trim() === '' ? null : readImport(next));
  };
  const definition = read?.definition as FormDefinition | undefined;
  const joined = definition && withImported(form, definition, how);
  return (
    <Modal
      open
      width={760}
      title={t('formImport.title')}
      okText={t('formImport.apply')}
      cancelText={t('formImport.cancel')}
      okButtonProps={{ disabled: joined === undefined }}
      onOk={() => joined && onImport(joined.form) && onClose()}
      onCancel={onClose}
    >
      <div className="de-form-import">
        <p className="de-muted">{t('formImport.hint')}</p>
        <div className="de-import-file">
          <input
            id={file}
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) void chosen.text().then((content) => take(content, chosen.name));
              target.value = '';
            }}
          />
          <label htmlFor={file} className="de-import-choose">
            <UploadOutlined aria-hidden /> {t('formImport.choose')}
          </label>
          <span className="de-muted">{name}</span>
        </div>
        <label htmlFor={text}>{t('formImport.paste')}</label>
        <Input.TextArea
          id={text}
          rows={3}
          value={name === null ? source : ''}
          placeholder='{ "components": [ … ] }'
          onChange={({ target }) => take(target.value, null)}
        />
        {read && !definition && <Alert type="error" showIcon title={t('formImport.none')} />}
        {read && definition && (
          <>
            <Radio.Group
              aria-label={t('formImport.how')}
              value={how}
              onChange={({ target }) => setHow(target.value === 'replace' ? 'replace' : 'append')}
              options={[
                { value: 'append', label: t('formImport.append') },
                { value: 'replace', label: t('formImport.replace') },
              ]}
            />
            <ImportReport kept={read.kept} refused={[...read.refused, ...(joined?.renamed ?? [])]} />
          </>
        )}
      </div>
    </Modal>
  );
}
