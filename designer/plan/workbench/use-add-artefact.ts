import { addArtefact } from '@oneplan/runtime/contracts/api/layers.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../addresses.ts';
import { freeArtefactKey } from './free-artefact-key.ts';
import { useForgetDraft } from './use-forget-draft.ts';
import { useWorkbench } from './workbench-context.ts';

interface NewArtefact {
  readonly kind: 'form' | 'process' | 'decision';
  readonly name: string;
  /** Of a file that brings its own; otherwise a free one is given. */
  readonly key?: string | undefined;
  readonly content?: string | undefined;
}

/** Adds something to the draft and opens it. `failure`: why the last try was refused, in words. */
export function useAddArtefact(onAdded: () => void) {
  const api = useApi();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const forget = useForgetDraft();
  const intention = useIntention();
  const { layer, artefacts } = useWorkbench();
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const add = async ({ kind, name, key = freeArtefactKey(artefacts, kind), content }: NewArtefact) => {
    setSending(true);
    const body = { kind, key, name, ...(content !== undefined && { content }) };
    try {
      await api.call(addArtefact, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      await forget();
      onAdded();
      await navigate(addressOf(layer.id, { kind, key }));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setFailure(textOf(error));
      setSending(false);
    }
  };
  return { add, sending, failure, setFailure };
}
