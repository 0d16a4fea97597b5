import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { App } from 'antd';
import { type RefObject, useCallback, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormBuilderHandle } from '../../formio/FormBuilder.tsx';
import { type HistoryStep, nextHistory, openedHistory } from '../editing/edit-history.ts';
import { useMessageLanguage } from '../use-message-language.ts';
import { type FormLocks, newlyRefused } from './form-locks.ts';
import type { RemovedUses } from './in-plan/removed-uses.ts';

/** Takes changes of a form in, refuses what is locked as it is made, and takes steps back and forth. */
export function useFormEdits(
  builder: RefObject<FormBuilderHandle | null>,
  opened: FormDefinition,
  locks: FormLocks | undefined,
  /** What of the plan would miss something. */
  removedBy: (form: FormDefinition, before: FormDefinition) => RemovedUses | undefined,
) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const [history, dispatch] = useReducer(nextHistory<FormDefinition>, opened, openedHistory<FormDefinition>);
  const stepping = useRef(false);
  const confirmed = useRef(false);
  const [removal, setRemoval] = useState<(RemovedUses & { readonly form: FormDefinition }) | null>(null);
  const language = useMessageLanguage();

  const accept = useCallback(
    (form: FormDefinition, before: FormDefinition) => {
      // What has stood there before may stand there again.
      if (stepping.current) return true;
      const refused = locks && newlyRefused(locks, form, before);
      if (refused) {
        void message.warning({
          content: t('formStudio.lock.refused', { reason: lockMessage(refused, language) }),
          duration: 10,
        });
        return false;
      }
      const removed = confirmed.current ? undefined : removedBy(form, before);
      if (removed) {
        setRemoval({ ...removed, form });
        return false;
      }
      dispatch({ type: 'changed', place: null, now: form });
      return true;
    },
    [language, locks, message, removedBy, t],
  );

  const step = (type: HistoryStep) => {
    stepping.current = true;
    builder.current?.setDefinition(nextHistory(history, { type }).now);
    stepping.current = false;
    dispatch({ type });
  };

  /** Answers the question whether something that is used may go. */
  const answerRemoval = (goes: boolean) => {
    if (goes && removal) {
      confirmed.current = true;
      builder.current?.setDefinition(removal.form);
      confirmed.current = false;
    }
    setRemoval(null);
  };

  return { accept, history, step, removal, answerRemoval };
}
