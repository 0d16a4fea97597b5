import { getLifecycle } from '@oneplan/runtime/contracts/api/filings.ts';
import {
  checkLayer,
  getArtefact,
  getLayer,
  listLayers,
  saveArtefact,
} from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { DraftFile } from './draft-file.ts';
import { type DraftState, nextDraft, openedDraft } from './draft-state.ts';
import { findingsIn, withoutRefusalOf } from './refused-findings.ts';

/** Somebody else’s save that came in between, and what was to be saved here. */
export interface StaleDraft {
  readonly savedBy: string | null;
  readonly savedAt: string;
  /** The content that was not saved. */
  readonly mine: string;
}

export interface Draft {
  readonly state: DraftState;
  readonly edited: () => void;
  /** Saves what is not saved; false when that was refused. Safe to call at any time, twice at once too. */
  readonly save: () => Promise<boolean>;
  readonly stale: StaleDraft | null;
  readonly keepEditing: () => void;
}

export interface DraftSource {
  readonly file: DraftFile;
  /** Waits until what was typed has arrived in the editor. */
  readonly settle?: () => Promise<void>;
  /** The content as it stands in the editor. */
  readonly read: () => string | Promise<string>;
  /** Saves what belongs to the file and stands in another one, before the file itself. */
  readonly alongside?: () => Promise<void>;
}

/** The work on one file of a draft: whether it is saved, and saving it with optimistic locking. */
export function useDraft({ file, settle, read, alongside }: DraftSource): Draft {
  const { t } = useTranslation('designer');
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { layer, setOpenDraft, setRefused, showFindings } = useWorkbench();
  const { artefact } = file;
  const [state, dispatch] = useReducer(nextDraft, openedDraft(file.etag, artefact.updatedAt));
  const [stale, setStale] = useState<StaleDraft | null>(null);
  const now = useRef(state);
  now.current = state;
  const source = useRef({ settle, read, alongside });
  source.current = { settle, read, alongside };
  const running = useRef<Promise<boolean>>(null);

  /** What lists say of this layer is asked for anew. */
  const forget = useCallback(() => {
    for (const endpoint of [getLayer, checkLayer, getArtefact, listLayers, getLifecycle])
      void queries.invalidateQueries({ queryKey: [endpoint.id] });
  }, [queries]);

  const refuse = useCallback(
    (error: unknown, mine: string) => {
      dispatch({ type: 'save-failed' });
      if (isProblem(error, 'revision-stale')) {
        const { savedBy, savedAt } = error.detail;
        forget();
        setStale({
          savedBy: typeof savedBy === 'string' ? savedBy : null,
          savedAt: typeof savedAt === 'string' ? savedAt : '',
          mine,
        });
      } else if (isProblem(error, 'plan-invalid')) {
        setRefused({ artefact, findings: findingsIn(error.detail) });
        showFindings();
        void message.error(t('workbench.invalid', { name: artefact.name }));
      } else void message.error(textOf(error));
    },
    [artefact, forget, message, setRefused, showFindings, t, textOf],
  );

  const send = useCallback(async () => {
    await source.current.settle?.();
    if (now.current.phase === 'saved') return true;
    dispatch({ type: 'save-began' });
    const content = await source.current.read();
    const { kind, key } = artefact;
    try {
      await source.current.alongside?.();
      const { data, etag } = await api.exchange(saveArtefact, {
        params: { id: layer.id, kind, key },
        body: { content },
        ifMatch: now.current.etag,
      });
      dispatch({ type: 'save-done', etag: etag ?? `"${data.revision}"`, savedAt: data.updatedAt });
      setRefused(withoutRefusalOf(artefact));
      forget();
      return true;
    } catch (error) {
      refuse(error, content);
      return false;
    }
  }, [api, artefact, forget, layer.id, refuse, setRefused]);

  const save = useCallback(() => {
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const { phase, savedAt } = state;
  useEffect(() => {
    setOpenDraft({ artefact, name: artefact.name, phase, savedAt, save });
  }, [artefact, phase, savedAt, save, setOpenDraft]);
  useEffect(
    () => () => {
      setOpenDraft(null);
      setRefused(null);
    },
    [setOpenDraft, setRefused],
  );

  return {
    state,
    edited: useCallback(() => dispatch({ type: 'edited' }), []),
    save,
    stale,
    keepEditing: useCallback(() => setStale(null), []),
  };
}
