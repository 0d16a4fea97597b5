import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTables } from '../../dmn/read-table.ts';
import { AddButton } from '../workbench/add-button.tsx';
import { useAddArtefact } from '../workbench/use-add-artefact.ts';

/** Adds a decision table to the plan: an empty one, or one from a DMN file. */
export function AddDecision() {
  const { t } = useTranslation('designer');
  return (
    <AddButton label={t('decisions.add.title')}>{(close) => <AddDecisionDialog onClose={close} />}</AddButton>
  );
}

interface ChosenFile {
  readonly key: string;
  readonly content: string;
}

function AddDecisionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('designer');
  const id = useId();
  const { add: addArtefact, sending, failure, setFailure } = useAddArtefact(onClose);
  const [name, setName] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);

  const choose = async (chosen: File | undefined) => {
    setFailure(null);
    setFile(null);
    if (chosen === undefined) return;
    const content = await chosen.text();
    const [table] = await readTables(content, '');
    if (table === undefined) return setFailure(t('decisions.add.unreadable', { file: chosen.name }));
    setFile({ key: table.key, content });
    setName((before) => (before === '' ? table.name : before));
  };
  const add = async () => {
    if (name.trim() === '') return setFailure(t('decisions.add.nameNeeded'));
    await addArtefact({ kind: 'decision', name: name.trim(), ...file });
  };
  return (
    <Modal
      open
      title={t('decisions.add.title')}
      okText={t('decisions.add.button')}
      confirmLoading={sending}
      onOk={() => void add()}
      onCancel={onClose}
    >
      <div className="de-field">
        <label htmlFor={`${id}-name`}>{t('decisions.add.name')}</label>
        <Input
          id={`${id}-name`}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="de-field">
        <label htmlFor={`${id}-file`}>{t('decisions.add.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".dmn,.xml"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p className="de-muted">{t('decisions.add.fileHint')}</p>
      </div>
      <p role="alert" className="de-found">
        {failure}
      </p>
    </Modal>
  );
}
