import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskActions } from '../../contracts/api/approval.ts';
import { getTask } from '../../contracts/api/tasks.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { NetworkFailure } from '../../ui/api/api-problem.ts';
import type { CallInput } from '../../ui/api/client.ts';
import { answerKey } from '../../ui/api/use-answer.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { useAnnounce } from '../app/announcer.tsx';
import { useProblemText } from '../app/problem-words.ts';

export interface Approval {
  readonly sending: boolean;
  /** Why the last try was refused, in words. */
  readonly failure: string | null;
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
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const textOf = useProblemText();
  const intention = useIntention();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    sending,
    failure,
    send: async (endpoint, input, words, leaves = false) => {
      if (sending) return false;
      setSending(true);
      setFailure(null);
      try {
        const key = intention.keyFor({ endpoint: endpoint.id, ...input });
        const answer = await api.call(endpoint, ...([{ ...input, idempotencyKey: key }] as never));
        intention.settled();
        announce(typeof words === 'string' ? t(words as never) : words(answer));
        const kept: readonly unknown[] = leaves ? ofOneTask : [];
        void queries.invalidateQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) });
        if (leaves)
          for (const first of ofOneTask)
            void queries.invalidateQueries({ queryKey: [first], refetchType: 'none' });
        return true;
      } catch (error) {
        if (!(error instanceof NetworkFailure)) intention.settled();
        setFailure(textOf(error));
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
