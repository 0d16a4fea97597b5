import { useCallback, useEffect, useMemo, useState } from 'react';
import { saveDraft } from '../../contracts/api/records.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import type { FormData } from '../../ui/formio/FormRenderer.tsx';
import { type AutosaveState, createAutosave } from './autosave.ts';

/** The draft of one form for one pupil, kept while it is being written. */
export function useDraft(studentId: string, formKey: string) {
  const api = useApi();
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const autosave = useMemo(
    () =>
      createAutosave<FormData>({
        save: async (data) =>
          (await api.call(saveDraft, { params: { id: studentId, formKey }, body: { data } })).savedAt,
        schedule: (then, ms) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
        onState: setState,
      }),
    [api, studentId, formKey],
  );

  useEffect(() => {
    const keep = () => autosave.flush();
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [autosave]);

  const unsaved = state.kind === 'waiting' || state.kind === 'saving' || state.kind === 'failed';
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  const changed = useCallback((data: FormData) => autosave.changed(data), [autosave]);
  const stop = useCallback(() => autosave.stop(), [autosave]);
  return { state, changed, stop };
}
