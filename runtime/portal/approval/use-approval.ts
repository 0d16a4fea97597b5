import { useTranslation } from 'react-i18next';
import { taskActions } from '../../contracts/api/approval.ts';
import { getTask } from '../../contracts/api/tasks.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import type { CallInput } from '../../ui/api/client.ts';
import { answerKey } from '../../ui/api/use-answer.ts';
import { useAnnounce } from '../app/announcer.tsx';
import { type Sending, useSending } from '../app/use-sending.ts';

export interface Approval extends Pick<Sending, 'sending' | 'failure'> {
  /**
   * Sends once, says so with `words`; answers whether it was done. What is shown of tasks and records is asked anew;
   * not the task on the page when it `leaves`: it would only be found gone.
   */
  readonly send: <E extends Endpoint>(
    endpoint: E,
    input: Omit<CallInput<E>, 'idempotencyKey'>,
    words: string | ((answer: unknown) => string),
    leaves?: boolean,
  ) => Promise<boolean>;
}

const ofOneTask = [answerKey(getTask)[0], answerKey(taskActions)[0]];

/** One action on a task or an instance besides completing it. */
export function useApproval(): Approval {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const { sending, failure, send } = useSending();
  return {
    sending,
    failure,
    send: async (endpoint, input, words, leaves = false) => {
      const answer = await send(endpoint, input, leaves ? ofOneTask : []);
      if (answer === null) return false;
      announce(typeof words === 'string' ? t(words as never) : words(answer));
      return true;
    },
  };
}
