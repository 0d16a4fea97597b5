import { messagesEn } from '@oneplan/runtime/forms/messages.en.ts';
import { textOfError } from '@oneplan/runtime/forms/messages.ts';
import { messagesZh } from '@oneplan/runtime/forms/messages.zh.ts';
import type { Refusal } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';
import type { FieldError } from '@oneplan/runtime/ui/state/ErrorSummary.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, SessionAnswer } from '../session/session.ts';

const noErrors: readonly FieldError[] = [];

/** The run of the page: takes answers of the session, keeps what was refused in words. */
export function useSimulation() {
  const { i18n } = useTranslation('designer');
  const [session, setSession] = useState<Session | null>(null);
  const [errors, setErrors] = useState(noErrors);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** True when the step was taken. */
  const take = (answer: SessionAnswer): boolean => {
    setRefusal('refusal' in answer ? answer.refusal : null);
    const words = i18n.language.startsWith('en') ? messagesEn : messagesZh;
    setErrors(
      'errors' in answer
        ? answer.errors.map((error) => ({ path: error.path, message: textOfError(error, words) }))
        : noErrors,
    );
    if (answer.ok) setSession(answer.session);
    return answer.ok;
  };
  const leave = () => {
    setSession(null);
    setErrors(noErrors);
    setRefusal(null);
  };
  return { session, errors, refusal, take, leave };
}

export type Simulation = ReturnType<typeof useSimulation>;
