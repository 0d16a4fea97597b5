import { PlusOutlined } from '@ant-design/icons';
import { addArtefact } from '@oneplan/runtime/contracts/api/layers.ts';
import { checkLayer, getArtefact, getLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addressOf } from '../addresses.ts';
import { freeArtefactKey } from './free-artefact-key.ts';
import { useWorkbench } from './workbench-context.ts';

export type AddedKind = 'form' | 'process';

/** The button beside the forms or flows of a draft, and the question for the name of the new one. */
export function AddArtefact({ kind }: { readonly kind: AddedKind }) {
  const { t } = useTranslation('designer');
  const [open, setOpen] = useState(false);
  const label = t(kind === 'form' ? 'settings.artefact.addForm' : 'settings.artefact.addProcess');
  return (
    <>
      <Button
        type="text"
        size="small"
        className="de-tree-add"
        icon={<PlusOutlined />}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      />
      {open && <NewArtefact kind={kind} title={label} onClose={() => setOpen(false)} />}
    </>
  );
}

interface NewArtefactProps {
  readonly kind: AddedKind;
  readonly title: string;
  readonly onClose: () => void;
}

function NewArtefact({ kind, title, onClose }: NewArtefactProps) {
  const { t } = useTranslation('designer');
  const { layer, artefacts } = useWorkbench();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const intention = useIntention();
  const id = useId();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const create = async () => {
    const given = name.trim();
    if (given === '') return setFailure(t('settings.artefact.nameMissing'));
    setSending(true);
    const body = { kind, key: freeArtefactKey(artefacts, kind), name: given };
    try {
      await api.call(addArtefact, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      await Promise.all(
        [getLayer, getArtefact, checkLayer].map((call) => queries.invalidateQueries({ queryKey: [call.id] })),
      );
      onClose();
      await navigate(addressOf(layer.id, body));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setFailure(textOf(error));
      setSending(false);
    }
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
