import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from './add-button.tsx';
import { useAddArtefact } from './use-add-artefact.ts';

export type AddedKind = 'form' | 'process';

/** The button beside the forms or flows of a draft, and the question for the name of the new one. */
export function AddArtefact({ kind }: { readonly kind: AddedKind }) {
  const { t } = useTranslation('designer');
  const label = t(kind === 'form' ? 'settings.artefact.addForm' : 'settings.artefact.addProcess');
  return (
    <AddButton label={label}>
      {(close) => <NewArtefact kind={kind} title={label} onClose={close} />}
    </AddButton>
  );
}

interface NewArtefactProps {
  readonly kind: AddedKind;
  readonly title: string;
  readonly onClose: () => void;
}

function NewArtefact({ kind, title, onClose }: NewArtefactProps) {
  const { t } = useTranslation('designer');
  const { add, sending, failure, setFailure } = useAddArtefact(onClose);
  const id = useId();
  const [name, setName] = useState('');
  const create = async () => {
    const given = name.trim();
    if (given === '') return setFailure(t('settings.artefact.nameMissing'));
    await add({ kind, name: given });
  };
  return (
    <Modal
      open
      title={title}
      okText={t('settings.artefact.create')}
      cancelText={t('settings.artefact.cancel')}
      confirmLoading={sending}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <div className="de-field">
        <label htmlFor={id}>
          {t(kind === 'form' ? 'settings.artefact.formName' : 'settings.artefact.processName')}
        </label>
        <Input
          id={id}
          autoFocus
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => void create()}
        />
      </div>
      <div role="alert">{failure !== null && <Alert type="warning" showIcon title={failure} />}</div>
    </Modal>
  );
}
