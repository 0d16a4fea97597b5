import { PlusOutlined } from '@ant-design/icons';
import { addArtefact } from '@oneplan/runtime/contracts/api/layers.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { readTables } from '../../dmn/read-table.ts';
import { addresses } from '../addresses.ts';
import { freeArtefactKey } from '../workbench/free-artefact-key.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { useForgetDraft } from './use-forget-draft.ts';

/** Adds a decision table to the plan: an empty one, or one from a DMN file. */
export function AddDecision() {
  const { t } = useTranslation('designer');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        size="small"
        className="de-tree-add"
        icon={<PlusOutlined />}
        aria-label={t('decisions.add.title')}
        title={t('decisions.add.title')}
        onClick={() => setOpen(true)}
      />
      {open && <AddDecisionDialog onClose={() => setOpen(false)} />}
    </>
  );
}

interface ChosenFile {
  readonly key: string;
  readonly content: string;
}

function AddDecisionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('designer');
  const id = useId();
  const api = useApi();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const forget = useForgetDraft();
  const intention = useIntention();
  const { layer, artefacts } = useWorkbench();
  const [name, setName] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);

  const choose = async (chosen: File | undefined) => {
    setProblem(undefined);
    setFile(null);
    if (chosen === undefined) return;
    const content = await chosen.text();
    const [table] = await readTables(content, '');
    if (table === undefined) return setProblem(t('decisions.add.unreadable', { file: chosen.name }));
    setFile({ key: table.key, content });
    setName((before) => (before === '' ? table.name : before));
  };
  const add = async () => {
    if (name.trim() === '') return setProblem(t('decisions.add.nameNeeded'));
    setSending(true);
    const key = file?.key ?? freeArtefactKey(artefacts, 'decision');
    const content = file && { content: file.content };
    const body = { kind: 'decision' as const, key, name: name.trim(), ...content };
    try {
      await api.call(addArtefact, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      await forget();
      onClose();
      await navigate(addresses.decision(layer.id, key));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setProblem(textOf(error));
      setSending(false);
    }
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
        {problem}
      </p>
    </Modal>
  );
}
