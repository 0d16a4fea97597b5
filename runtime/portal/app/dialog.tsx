import { Button, Drawer, Modal } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesktop } from './use-desktop.ts';

interface DialogProps {
  readonly title: string;
  /** What the pressed button does, in a word or two. */
  readonly action: string;
  readonly sending: boolean;
  /** Whether it can be left without the action. */
  readonly closable?: boolean;
  readonly onAction: () => void;
  readonly onClose: () => void;
  /** Takes the focus when the dialog has gone; without it, whatever had it before. */
  readonly returnTo?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * Asks for something before it is done: a dialog on a desktop, a sheet at the thumb on a phone. Shown for as long as it
 * is rendered. A press beside it does not close it: what was written would be lost.
 */
export function Dialog({ title, action, sending, closable = true, onAction, onClose, ...more }: DialogProps) {
  const { t } = useTranslation('portal');
  const desktop = useDesktop();
  useFocusReturn(more.returnTo);
  if (desktop)
    return (
      <Modal
        open
        title={title}
        okText={action}
        cancelText={t('approval.cancel')}
        confirmLoading={sending}
        cancelButtonProps={closable ? {} : { style: { display: 'none' } }}
        closable={closable}
        keyboard={closable}
        mask={{ closable: false }}
        onOk={onAction}
        onCancel={onClose}
        width={480}
      >
        <div className="po-dialog">{more.children}</div>
      </Modal>
    );
  return (
    <Drawer
      open
      title={title}
      placement="bottom"
      mask={{ closable: false }}
      closable={closable}
      keyboard={closable}
      onClose={onClose}
      styles={{ wrapper: { height: 'auto', maxHeight: '90dvh' } }}
      footer={
        <div className="po-sheet-buttons">
          {closable && (
            <Button size="large" onClick={onClose}>
              {t('approval.cancel')}
            </Button>
          )}
          <Button size="large" type="primary" loading={sending} onClick={onAction}>
            {action}
          </Button>
        </div>
      }
    >
      <div className="po-dialog">{more.children}</div>
    </Drawer>
  );
}

/** Gives the focus back once the dialog has gone, unless it has moved on by then; to the heading when nothing is left. */
function useFocusReturn(to: RefObject<HTMLElement | null> | undefined): void {
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      const target = to?.current ?? before.current;
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (!lost) return;
        if (target instanceof HTMLElement && target.isConnected) target.focus();
        else document.querySelector<HTMLElement>('.po-page h1')?.focus();
      });
    },
    [to],
  );
}
