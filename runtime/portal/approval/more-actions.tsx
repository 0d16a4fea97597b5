import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimTask, type TaskActions, unclaimTask } from '../../contracts/api/approval.ts';
import { ActionDialog, type DialogAction } from './action-dialog.tsx';
import { useApproval } from './use-approval.ts';

interface MoreActionsProps {
  readonly taskId: string;
  readonly actions: TaskActions;
  /** The task has gone to somebody else or somewhere else. */
  readonly onGone: () => void;
}

/** Everything besides deciding: take, hand on, delegate, ask for signatures, return, send a copy. */
export function MoreActions({ taskId, actions, onGone }: MoreActionsProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  const [open, setOpen] = useState<DialogAction | null>(null);
  const [listed, setListed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const items = [
    ...(actions.claimable ? (['claim'] as const) : []),
    ...(actions.claimed ? (['unclaim'] as const) : []),
    ...(['reassign', 'delegate', 'sign'] as const),
    ...(actions.returnSteps.length > 0 ? (['return'] as const) : []),
    ...(['copy'] as const),
  ];
  const choose = (key: (typeof items)[number]) => {
    const params = { id: taskId };
    const focusBack = () => button.current?.focus();
    if (key === 'claim') void approval.send(claimTask, { params }, 'approval.done.claim').then(focusBack);
    else if (key === 'unclaim')
      void approval.send(unclaimTask, { params }, 'approval.done.unclaim').then(focusBack);
    else setOpen(key);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        open={listed}
        onOpenChange={(shown, { source }) => {
          setListed(shown);
          // What was chosen from the menu takes the focus itself.
          if (!shown && source === 'trigger') button.current?.focus();
        }}
        menu={{
          items: items.map((key) => ({ key, label: t(`approval.menu.${key}`) })),
          onClick: ({ key, domEvent }) => {
            // The same key would otherwise press what takes the focus in the dialog, and close it.
            domEvent.preventDefault();
            choose(key as (typeof items)[number]);
          },
        }}
      >
        <Button
          ref={button}
          size="large"
          className="po-more"
          icon={<EllipsisOutlined aria-hidden />}
          aria-label={t('approval.more')}
          aria-haspopup="menu"
          aria-expanded={listed}
        />
      </Dropdown>
      {approval.failure !== null && (
        <p role="alert" className="po-form-alert">
          {approval.failure}
        </p>
      )}
      {open !== null && (
        <ActionDialog
          action={open}
          taskId={taskId}
          returnSteps={actions.returnSteps}
          returnTo={button}
          onClose={(left) => {
            setOpen(null);
            if (left) onGone();
          }}
        />
      )}
    </>
  );
}
