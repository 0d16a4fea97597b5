import { UndoOutlined } from '@ant-design/icons';
import { type BundleSummary, getBundle, withdrawVersion } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me-context.ts';
import { useForgetLifecycle } from '../filing/use-lifecycle.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Takes back a version that has not begun yet; there is nothing to press for any other. */
export function WithdrawButton({ bundle }: { readonly bundle: BundleSummary }) {
  const { t } = useTranslation('designer');
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const forget = useForgetLifecycle();
  const intention = useIntention();
  const textOf = useProblemText();
  const { message } = App.useApp();
  const { layer } = useWorkbench();
  const [sending, setSending] = useState(false);
  if (bundle.state !== 'scheduled' || !layer.editable || !me.permissions.includes('plan.publish'))
    return null;
  const withdraw = async () => {
    setSending(true);
    try {
      const idempotencyKey = intention.keyFor({ withdraw: bundle.id });
      await api.call(withdrawVersion, { params: { id: bundle.id }, body: {}, idempotencyKey });
      intention.settled();
      void message.success(t('publishing.schedule.withdrawDone', { version: bundle.version }));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      void message.error(textOf(error));
    }
    forget();
    void queries.invalidateQueries({ queryKey: [getBundle.id] });
    setSending(false);
  };
  return (
    <Popconfirm
      title={t('publishing.schedule.withdraw')}
      description={t('publishing.schedule.withdrawAsk')}
      okText={t('publishing.schedule.withdraw')}
      cancelText={t('publishing.dialog.cancel')}
      onConfirm={() => void withdraw()}
    >
      <Button icon={<UndoOutlined />} loading={sending}>
        {t('publishing.schedule.withdraw')}
      </Button>
    </Popconfirm>
  );
}
