import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { NetworkFailure } from '../../ui/api/api-problem.ts';
import type { AnswerOf, CallInput } from '../../ui/api/client.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { useProblemText } from './problem-words.ts';

export interface Sending {
  readonly sending: boolean;
  /** Why the last try was refused, in words. */
  readonly failure: string | null;
  /**
   * Sends once, however often it is repeated; null: it was refused, or another try is under way. What is shown is asked
   * anew; what it has taken away (`gone`: the first part of query keys) only when it is looked at again.
   */
  readonly send: <E extends Endpoint>(
    endpoint: E,
    input: Omit<CallInput<E>, 'idempotencyKey'>,
    gone?: readonly unknown[],
  ) => Promise<AnswerOf<E> | null>;
}

/** One act that changes something on the server. */
export function useSending(): Sending {
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const intention = useIntention();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    sending,
    failure,
    send: async (endpoint, input, gone = []) => {
      if (sending) return null;
      setSending(true);
      setFailure(null);
      try {
        const key = intention.keyFor({ endpoint: endpoint.id, ...input });
        const answer = await api.call(endpoint, ...([{ ...input, idempotencyKey: key }] as never));
        intention.settled();
        void queries.invalidateQueries({ predicate: ({ queryKey }) => !gone.includes(queryKey[0]) });
        for (const first of gone) void queries.invalidateQueries({ queryKey: [first], refetchType: 'none' });
        return answer;
      } catch (error) {
        if (!(error instanceof NetworkFailure)) intention.settled();
        setFailure(textOf(error));
        return null;
      } finally {
        setSending(false);
      }
    },
  };
}
