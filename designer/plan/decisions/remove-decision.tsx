import { DeleteOutlined } from '@ant-design/icons';
import { removeArtefact } from '@oneplan/runtime/contracts/api/layers.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { findingsIn } from '../editing/refused-findings.ts';
import { useForgetDraft } from '../workbench/use-forget-draft.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

interface RemoveDecisionProps {
  readonly artefact: ArtefactSummary;
  readonly etag: string;
}

/** Takes a decision table out of the plan, once that has been confirmed. */
export function RemoveDecision({ artefact, etag }: RemoveDecisionProps) {
  const { t } = useTranslation('designer');
  const api = useApi();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const forget = useForgetDraft();
  const { layer, setOpenDraft, setRefused, showFindings } = useWorkbench();
  const { kind, key, name } = artefact;
  const remove = async () => {
    try {
      await api.call(removeArtefact, { params: { id: layer.id, kind, key }, ifMatch: etag });
      setOpenDraft(null);
      await forget();
      await navigate(addresses.layer(layer.id));
    } catch (error) {
      if (isProblem(error, 'plan-invalid')) {
        setRefused({ artefact, findings: findingsIn(error.detail) });
        showFindings();
      }
      void message.error(textOf(error));
    }
  };
  const ask = () =>
    modal.confirm({
      title: t('decisions.remove.title', { name }),
      content: t('decisions.remove.text'),
      okText: t('decisions.remove.button'),
      okButtonProps: { danger: true },
      onOk: remove,
    });
  return (
    <Button icon={<DeleteOutlined />} onClick={ask}>
      {t('decisions.remove.button')}
    </Button>
  );
}
