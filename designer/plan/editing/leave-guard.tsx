import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { isAtRisk } from './draft-state.ts';
import type { Draft } from './use-draft.ts';

/** Asks before something unsaved is left, by a link or by closing the window. */
export function LeaveGuard({ draft, name }: { readonly draft: Draft; readonly name: string }) {
  const { t } = useTranslation('designer');
  const atRisk = isAtRisk(draft.state);
  const [saving, setSaving] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => atRisk && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!atRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [atRisk]);

  if (blocker.state !== 'blocked') return null;
  const saveAndLeave = async () => {
    setSaving(true);
    const saved = await draft.save();
    setSaving(false);
    if (saved) blocker.proceed();
    else blocker.reset();
  };
  return (
    <Modal
      open
      title={t('workbench.leave.title', { name })}
      onCancel={() => blocker.reset()}
      footer={[
        <Button key="stay" onClick={() => blocker.reset()}>
          {t('workbench.leave.stay')}
        </Button>,
        <Button key="discard" danger onClick={() => blocker.proceed()}>
          {t('workbench.leave.discard')}
        </Button>,
        <Button key="save" type="primary" loading={saving} onClick={() => void saveAndLeave()}>
          {t('workbench.leave.save')}
        </Button>,
      ]}
    >
      {t('workbench.leave.text')}
    </Modal>
  );
}
