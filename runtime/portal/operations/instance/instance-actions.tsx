import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatedInstance } from '../../../contracts/api/operated-instances.ts';
import { activateInstance, cancelInstance, suspendInstance } from '../../../contracts/api/operations.ts';
import { ReasonDialog } from '../../app/reason-dialog.tsx';

const acts = { suspend: suspendInstance, activate: activateInstance, cancel: cancelInstance } as const;
type Act = keyof typeof acts;

interface InstanceActionsProps {
  readonly instance: OperatedInstance;
  readonly onDone: () => void;
}

/** What can be done to a flow as a whole: stop it, let it go on, end it; each with its reason. */
export function InstanceActions({ instance, onDone }: InstanceActionsProps) {
  const { t } = useTranslation('portal');
  const [asking, setAsking] = useState<Act | null>(null);
  const button = (act: Act, danger = false) => (
    <Button danger={danger} onClick={() => setAsking(act)}>
      {t(`operations.whole.${act}.action`)}
    </Button>
  );
  return (
    <div className="po-buttons">
      {button(instance.suspended ? 'activate' : 'suspend')}
      {button('cancel', true)}
      {asking !== null && (
        <ReasonDialog
          endpoint={acts[asking]}
          id={instance.id}
          title={t(`operations.whole.${asking}.title`)}
          action={t(`operations.whole.${asking}.action`)}
          hint={t(`operations.whole.${asking}.hint`)}
          done={t(`operations.whole.${asking}.done`)}
          onClose={(done) => {
            setAsking(null);
            if (done) onDone();
          }}
        />
      )}
    </div>
  );
}
