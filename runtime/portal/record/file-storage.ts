import { useMemo } from 'react';
import { createAttachment } from '../../contracts/api/records.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import type { FileStorage } from '../../ui/formio/file-storage.ts';
import { useProblemText } from '../app/problem-words.ts';

/** Where the files of a pupil’s record go. Errors are said in words that can stand at the field. */
export function useAttachmentStorage(studentId: string): FileStorage {
  const api = useApi();
  const textOf = useProblemText();
  return useMemo(
    () => ({
      upload: async (file, { onProgress, signal }) => {
        try {
          return await api.call(createAttachment, {
            params: { id: studentId },
            query: { name: file.name.slice(-200) },
            rawBody: file,
            onProgress,
            signal,
          });
        } catch (error) {
          throw new Error(textOf(error), { cause: error });
        }
      },
    }),
    [api, studentId, textOf],
  );
}
