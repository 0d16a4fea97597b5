import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { App } from 'antd';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormBuilderHandle } from '../../formio/FormBuilder.tsx';
import { type FormLocks, newlyRefused } from './form-locks.ts';

/** How many steps can be taken back. */
const remembered = 50;

/** Takes changes of a form in, refuses what is locked as it is made, and takes steps back. */
export function useFormEdits(builder: RefObject<FormBuilderHandle | null>, locks: FormLocks | undefined) {
  const { t, i18n } = useTranslation('designer');
  const { message } = App.useApp();
  const past = useRef<FormDefinition[]>([]);
  const undoing = useRef(false);
  const [canUndo, setCanUndo] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';

  const accept = useCallback(
    (form: FormDefinition, before: FormDefinition) => {
      const refused = undoing.current || !locks ? undefined : newlyRefused(locks, form, before);
      if (refused) {
        void message.warning({
          content: t('formStudio.lock.refused', { reason: lockMessage(refused, language) }),
          duration: 10,
        });
        return false;
      }
      if (!undoing.current) past.current = [...past.current.slice(1 - remembered), before];
      setCanUndo(past.current.length > 0);
      return true;
    },
    [language, locks, message, t],
  );

  const undo = useCallback(() => {
    const before = past.current.at(-1);
    if (!before) return;
    past.current = past.current.slice(0, -1);
    undoing.current = true;
    builder.current?.setDefinition(before);
    undoing.current = false;
  }, [builder]);

  return { accept, undo, canUndo };
}
