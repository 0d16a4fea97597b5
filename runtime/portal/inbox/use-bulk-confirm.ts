import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { completeTasks } from '../../contracts/api/approval.ts';
import { listTasks } from '../../contracts/api/tasks.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { NetworkFailure, problemFrom } from '../../ui/api/api-problem.ts';
import { answerKey } from '../../ui/api/use-answer.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { useProblemText } from '../app/problem-words.ts';
import { useForgetRecords } from '../record/use-forget-records.ts';
import { type ConfirmableTask, inBatches } from './selection.ts';
import { withoutTask } from './without-task.ts';

/** What came of one row: why it was refused, or null when it is done. */
type Results = ReadonlyMap<string, string | null>;

export interface BulkConfirm {
  readonly sending: boolean;
  readonly results: Results;
  /** Why a whole call failed; the rows without a result are then sent again. */
  readonly failure: string | null;
  /** Sends the rows that have no result yet, call after call; answers the results of all, or null when a call failed. */
  readonly send: (tasks: readonly ConfirmableTask[]) => Promise<Results | null>;
}

/** Confirms many tasks; each row has its own result, a refused one stops no other. */
export function useBulkConfirm(): BulkConfirm {
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const intention = useIntention();
  const forgetRecords = useForgetRecords();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [results, setResults] = useState<Results>(new Map());

  const send = async (tasks: readonly ConfirmableTask[]) => {
    setSending(true);
    setFailure(null);
    const known = new Map(results);
    try {
      for (const batch of inBatches(tasks.filter(({ id }) => !known.has(id)))) {
        const items = batch.map(({ id, confirmation }) => ({
          taskId: id,
          data: confirmation.data,
          recordRevision: confirmation.recordRevision,
        }));
        const body = { items };
        const answer = await api.call(completeTasks, { body, idempotencyKey: intention.keyFor(body) });
        intention.settled();
        for (const { taskId, problem } of answer.items)
          known.set(taskId, problem === null ? null : textOf(problemFrom(problem.status, problem)));
        setResults(new Map(known));
      }
      return known;
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setFailure(textOf(error));
      return null;
    } finally {
      setSending(false);
      for (const [id, refused] of known)
        if (refused === null)
          queries.setQueriesData({ queryKey: answerKey(listTasks) }, (cached) => withoutTask(cached, id));
      forgetRecords();
    }
  };
  return { sending, results, failure, send };
}
