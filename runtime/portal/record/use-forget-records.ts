import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getInstance } from '../../contracts/api/instances.ts';
import { listNotifications } from '../../contracts/api/publicity.ts';
import { getRecord, listRecordForms, listRecords } from '../../contracts/api/records.ts';
import { getTask, listTasks } from '../../contracts/api/tasks.ts';
import { answerKey } from '../../ui/api/use-answer.ts';

const concerned = [listRecords, listRecordForms, getRecord, getInstance, listTasks, listNotifications];

/** A record has changed its state: everything that tells of records is asked again when it is next seen. */
export function useForgetRecords(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const endpoint of concerned) void queries.invalidateQueries({ queryKey: answerKey(endpoint) });
    // The task on the page is the one that has just ended: asking for it again would only find it gone.
    void queries.invalidateQueries({ queryKey: answerKey(getTask), refetchType: 'none' });
  }, [queries]);
}
