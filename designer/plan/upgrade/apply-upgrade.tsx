import { applyUpgrade } from '@oneplan/runtime/contracts/api/upgrades.ts';
import type { Choices } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { useForgetLifecycle } from '../filing/use-lifecycle.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { NewerVersion } from './newer-version.ts';

interface ApplyUpgradeProps {
  readonly newer: NewerVersion;
  readonly choices: Choices;
  /** Fingerprint of the draft that the page shows; undefined while that is being read. */
  readonly draft: string | undefined;
}

/** Lets the draft follow the newer version, as it was previewed; refused when somebody changed it meanwhile. */
export function ApplyUpgrade({ newer: { bundle, authority }, choices, draft }: ApplyUpgradeProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const api = useApi();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const forget = useForgetLifecycle();
  const intention = useIntention();
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const apply = async () => {
    if (draft === undefined) return;
    setSending(true);
    const body = { to: bundle.id, draft, choices: Object.fromEntries(choices) };
    try {
      await api.call(applyUpgrade, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      forget();
      const name = t('comparison.version', { name: authority, version: bundle.version });
      void message.success(t('upgrade.applied', { name }));
      await navigate(addresses.comparison(layer.id));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      if (isProblem(error, 'revision-stale', 'conflict')) {
        forget();
        void message.warning(t('upgrade.again'));
      } else void message.error(textOf(error));
      setSending(false);
    }
  };
  return (
    <Button type="primary" loading={sending} disabled={draft === undefined} onClick={() => void apply()}>
      {t('upgrade.apply')}
    </Button>
  );
}
